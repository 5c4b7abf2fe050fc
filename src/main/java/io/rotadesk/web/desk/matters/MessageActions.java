package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterRefusal;
import io.rotadesk.petition.matter.Matters;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records that a petitioner agrees to messages about their matter, or wants none any more. */
@Controller
class MessageActions {

    private final MatterSights sights;
    private final Matters matters;

    MessageActions(MatterSights sights, Matters matters) {
        this.sights = sights;
        this.matters = matters;
    }

    @PostMapping("/desk/matters/{id}/messages")
    String agrees(
            @PathVariable MatterId id,
            @RequestParam boolean agrees,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next) {
        sights.decided(id, user);
        try {
            matters.agreesToMessages(id, agrees, user.login());
            next.addFlashAttribute("done", "desk.matters.messages.done");
        } catch (MatterRefusal refusal) {
            next.addFlashAttribute("wrong", "desk.matters.messages.noPhone");
        }
        return "redirect:/desk/matters/" + id + "#messages";
    }
}
