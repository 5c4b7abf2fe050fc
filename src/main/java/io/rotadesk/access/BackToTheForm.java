package io.rotadesk.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** After the login: sends the form that the end of the session had interrupted. */
@Controller
class BackToTheForm {

    static final String PAGE = "/account/continue";

    private final InterruptedForms forms;

    BackToTheForm(InterruptedForms forms) {
        this.forms = forms;
    }

    @GetMapping(PAGE)
    String goOn(@AuthenticationPrincipal SignedInUser user, HttpServletRequest request, Model page) {
        return forms.take(user.login(), request)
                .map(form -> {
                    page.addAttribute("form", form);
                    return "access/continue";
                })
                .orElse("redirect:/desk");
    }
}
