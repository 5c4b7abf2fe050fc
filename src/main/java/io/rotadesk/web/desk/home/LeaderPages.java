package io.rotadesk.web.desk.home;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live part of the leaders' home page. */
@Controller
@RequestMapping("/desk/home")
@PreAuthorize("@unitAccess.mayManage(#unit.id())")
class LeaderPages {

    private final LeaderPage leadersPage;
    private final HomeStreams streams;

    LeaderPages(LeaderPage leadersPage, HomeStreams streams) {
        this.leadersPage = leadersPage;
        this.streams = streams;
    }

    /** The part of the page that is updated live. */
    @GetMapping("/part")
    String part(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        leadersPage.show(unit, user, page, locale);
        return LeaderPage.PART;
    }

    /** Sends an event each time the page must be loaded again. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@ShownUnit Unit unit) {
        return streams.open(unit.id());
    }
}
