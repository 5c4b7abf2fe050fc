package io.rotadesk.web.desk.hall;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.RunningEvents;
import io.rotadesk.petition.matter.RunningEvents.RunningEvent;
import io.rotadesk.petition.matter.SeenMatters;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import io.rotadesk.web.desk.matters.MatterSights;
import io.rotadesk.web.desk.matters.MatterStreams;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The part of the pages of a petition unit that says which large-scale events go on in it and below it (P5). The pages load it
 * by themselves.
 */
@Controller
class AlertPages {

    private final RunningEvents events;
    private final SeenMatters seen;
    private final MatterSights sights;
    private final MatterStreams streams;
    private final HallAccess hall;

    AlertPages(RunningEvents events, SeenMatters seen, MatterSights sights, MatterStreams streams, HallAccess hall) {
        this.events = events;
        this.seen = seen;
        this.sights = sights;
        this.streams = streams;
        this.hall = hall;
    }

    /** Sends an event each time the part must be loaded again. */
    @GetMapping(path = "/desk/hall/alerts/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user) {
        hall.check(unit.id(), user);
        return streams.open(unit.id());
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
