package io.rotadesk.web.desk.hall;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** The hall's pages were at {@code /desk/tickets} once. A bookmark, or a board on the wall, still finds them. */
@Controller
class FormerAddress {

    private static final String FORMER = "/desk/tickets";

    @GetMapping({FORMER, FORMER + "/**"})
    RedirectView hall(HttpServletRequest request) {
        String rest = request.getRequestURI().substring(request.getContextPath().length() + FORMER.length());
        RedirectView view = new RedirectView(
                UriComponentsBuilder.fromPath("/desk/hall" + rest)
                        .query(request.getQueryString())
                        .build()
                        .toUriString(),
                true);
        view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
