package io.rotadesk.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Gives every page of this package its frame: the model attribute {@code frame} that the layout reads. */
@ControllerAdvice(basePackageClasses = DeskFrame.class)
class DeskFrameAdvice {

    @ModelAttribute("frame")
    DeskFrame frame(HttpServletRequest request, Locale locale, Principal user) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        var navigation = Stream.of(
                        Map.entry("/desk/duty", "desk.nav.duty"),
                        Map.entry("/desk/calls", "desk.nav.calls"),
                        Map.entry("/desk/handbook", "desk.nav.handbook"),
                        Map.entry("/desk/roster", "desk.nav.roster"),
                        Map.entry("/desk/units", "desk.nav.units"),
                        Map.entry("/camunda/app/tasklist/", "desk.nav.tasklist"))
                .map(page -> new DeskFrame.Item(
                        page.getKey(),
                        page.getValue(),
                        path.equals(page.getKey()) || path.startsWith(page.getKey() + "/")))
                .toList();
        String otherLanguageUrl = ServletUriComponentsBuilder.fromRequest(request)
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam(DeskLanguage.PARAMETER, english ? "zh" : "en")
                .build()
                .toUriString();
        return new DeskFrame(
                navigation, user == null ? null : user.getName(), english ? "zh-CN" : "en", otherLanguageUrl);
    }
}
