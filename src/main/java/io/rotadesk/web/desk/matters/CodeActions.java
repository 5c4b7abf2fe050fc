package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.enquiry.QueryCodes;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives a matter another query code when the petitioner has lost the sheet with the old one. */
@Controller
class CodeActions {

    private final MatterSights sights;
    private final QueryCodes codes;

    CodeActions(MatterSights sights, QueryCodes codes) {
        this.sights = sights;
        this.codes = codes;
    }

    @PostMapping("/desk/matters/{id}/code")
    String replace(@PathVariable MatterId id, @AuthenticationPrincipal SignedInUser user, RedirectAttributes next) {
        Matter matter = sights.decided(id, user);
        if (matter.erasedAt() == null) {
            codes.replace(matter.id());
            next.addFlashAttribute("done", "enquiry.desk.code.done");
        }
        return "redirect:/desk/matters/" + id;
    }
}
