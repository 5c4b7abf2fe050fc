package io.rotadesk.web.desk.hall;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.RunningEvents;
import io.rotadesk.petition.matter.RunningEvents.RunningEvent;
import io.rotadesk.petition.matter.SeenMatters;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import io.rotadesk.web.desk.matters.MatterSights;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The part of the pages of a petition unit that says which large-scale events go on in it and below it (P5). The pages load it
 * by themselves.
 */
@Controller
class AlertPages {

    private final RunningEvents events;
    private final SeenMatters seen;
    private final MatterSights sights;
    private final HallAccess hall;

    AlertPages(RunningEvents events, SeenMatters seen, MatterSights sights, HallAccess hall) {
        this.events = events;
        this.seen = seen;
        this.sights = sights;
        this.hall = hall;
    }

    @GetMapping("/desk/hall/alerts")
    String part(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page) {
        hall.check(unit.id(), user);
        List<RunningEvent> running = events.of(unit.id());
        Set<MatterId> ids = running.stream().map(RunningEvent::matterId).collect(Collectors.toSet());
        page.addAttribute("alerts", running);
        page.addAttribute("seen", ids.isEmpty() ? ids : seen.seen(ids, sights.viewer(unit.id(), user)));
        return "desk/hall/alerts :: banner";
    }
}
