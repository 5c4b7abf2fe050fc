package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterLimits;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page that shows day by day how a matter's deadline comes about (P4). */
@Controller
class DeadlinePages {

    private final MatterSights sights;
    private final MatterLimits limits;

    DeadlinePages(MatterSights sights, MatterLimits limits) {
        this.sights = sights;
        this.limits = limits;
    }

    @GetMapping("/desk/matters/{id}/deadline")
    String deadline(@PathVariable MatterId id, @AuthenticationPrincipal SignedInUser user, Model page) {
        Matter matter = sights.require(id, user).matter();
        page.addAttribute("matter", matter);
        page.addAttribute("reckoning", limits.of(matter).orElse(null));
        return "desk/matters/deadline";
    }
}
