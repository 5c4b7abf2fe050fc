package io.rotadesk.web.desk.home;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.staff.unit.Unit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Answers an action on the leaders' home page: the page's script gets the part as it is then, with a sentence; without
 * scripts the browser is sent back to the page.
 */
@Component
class Reply {

    private static final String BY_SCRIPT = "HX-Request";

    private final LeaderPage leadersPage;

    Reply(LeaderPage leadersPage) {
        this.leadersPage = leadersPage;
    }

    /**
     * The request that is answered.
     *
     * @param page the attributes of the page, if it is shown at once
     * @param next the attributes of the page to which the browser is sent
     */
    record To(
            HttpServletRequest request,
            Unit unit,
            SignedInUser user,
            Model page,
            RedirectAttributes next,
            Locale locale) {}

    /** @param item the element on the page that the sentence is about */
    String say(To to, Said said, String item) {
        return say(to, said, item, Map.of());
    }

    /**
     * @param item the element on the page that the sentence is about
     * @param typed what could not be sent, by the question's id
     */
    String say(To to, Said said, String item, Map<String, String> typed) {
        if (to.request().getHeader(BY_SCRIPT) == null) {
            to.next().addFlashAttribute("said", said);
            to.next().addFlashAttribute(LeaderPage.TYPED, typed);
            to.next().addAttribute("unit", to.unit().id());
            return "redirect:/desk";
        }
        to.page().addAttribute("said", said);
        to.page().addAttribute("item", item);
        to.page().addAttribute(LeaderPage.TYPED, typed);
        leadersPage.show(to.unit(), to.user(), to.page(), to.locale());
        return LeaderPage.PART;
    }
}
