package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import io.rotadesk.web.desk.summaries.MonthsBeside;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The leaders' board: what is open in their unit and the units below it, live (P4, P7). */
@Controller
@RequestMapping("/desk/matters/board")
@PreAuthorize("@unitAccess.mayManage(#unit.id())")
class OpenMatterPages {

    private final BoardViews views;
    private final MatterSights sights;
    private final MatterStreams streams;
    private final MonthsBeside months;
    private final ReviewCards reviews;

    OpenMatterPages(
            BoardViews views, MatterSights sights, MatterStreams streams, MonthsBeside months, ReviewCards reviews) {
        this.months = months;
        this.reviews = reviews;
        this.views = views;
        this.sights = sights;
        this.streams = streams;
    }

    @GetMapping
    String board(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @RequestParam(defaultValue = "") String sort,
            Model page,
            Locale locale) {
        part(unit, user, sort, page, locale);
        return "desk/matters/board";
    }

    /** The part of the page that is updated live. */
    @GetMapping("/part")
    String part(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @RequestParam(defaultValue = "") String sort,
            Model page,
            Locale locale) {
        BoardView view = views.of(unit, sights.viewer(unit.id(), user), sort, locale);
        page.addAttribute("unit", unit);
        page.addAttribute("view", view);
        page.addAttribute("months", months.of(unit));
        page.addAttribute("reviews", reviews.open(sights.viewer(unit.id(), user)));
        page.addAttribute("columns", BoardColumn.values());
        page.addAttribute("sort", SafeText.orNull(sort));
        page.addAttribute("until", view.endsAt().toEpochMilli());
        return "desk/matters/open :: part";
    }

    /** Sends an event each time the page must be loaded again. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@ShownUnit Unit unit) {
        return streams.open(unit.id());
    }
}
