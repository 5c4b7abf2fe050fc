package io.rotadesk.web.desk.visits;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of the front desk: who waits and since when, who is expected today, who is with whom, and a form to announce
 * a visitor (L3.1, L3.2a). Everybody who may be asked to receive sees the names; only people who may look into the
 * visit see the numbers.
 */
@Controller
@RequestMapping("/desk/reception")
class FrontDeskPages {

    private static final String PATH = "/desk/reception";

    private final FrontDeskViews views;
    private final FrontDeskStreams streams;
    private final FrontDeskAccess frontDesk;
    private final Announcements announcements;
    private final UnitAccess access;
    private final MessageSource messages;
    private final Clock clock;

    FrontDeskPages(
            FrontDeskViews views,
            FrontDeskStreams streams,
            FrontDeskAccess frontDesk,
            Announcements announcements,
            UnitAccess access,
            MessageSource messages,
            Clock clock) {
        this.views = views;
        this.streams = streams;
        this.frontDesk = frontDesk;
        this.announcements = announcements;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String page(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page) {
        board(unit, user, page);
        page.addAttribute("announce", AnnounceForm.empty());
        page.addAttribute("wrong", Map.of());
        return "desk/visits/reception";
    }

    /** The part of the page that is updated live. */
    @GetMapping("/board")
    String board(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page) {
        frontDesk.check(unit.id(), user);
        boolean manages = access.mayManage(unit.id());
        FrontDeskView view = views.of(unit, manages ? null : user.login());
        page.addAttribute("unit", unit);
        page.addAttribute("manages", manages);
        page.addAttribute("view", view);
        page.addAttribute("until", view.endsAt().toEpochMilli());
        return "desk/visits/board :: board";
    }

    /** Sends an event each time the page must be loaded again. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user) {
        frontDesk.check(unit.id(), user);
        return streams.open(unit.id());
    }

    /** Announces a visitor who has come or makes an appointment. */
    @PostMapping("/announce")
    String announce(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @ModelAttribute("announce") AnnounceForm form,
            Model page,
            RedirectAttributes next,
            Locale locale) {
        frontDesk.check(unit.id(), user);
        Map<String, String> wrong = form.mistakes(unit.settings().zone(), clock.instant());
        if (!wrong.isEmpty()) {
            board(unit, user, page);
            page.addAttribute("wrong", wrong);
            return "desk/visits/reception";
        }
        if (form.isToBeAsked()) {
            board(unit, user, page);
            page.addAttribute("wrong", Map.of());
            page.addAttribute("nameless", true);
            return "desk/visits/reception";
        }
        Visit visit = announcements.announceByHand(
                form.key(unit.id()),
                user.login(),
                form.announcement(unit.settings().zone()));
        next.addFlashAttribute("done", done(visit, unit, locale));
        next.addFlashAttribute("undo", visit.key().toString());
        next.addFlashAttribute(
                "undoBy",
                switch (visit.state()) {
                    case OFFERED -> "withdraw";
                    case EXPECTED -> "cancel";
                    default -> "left";
                });
        next.addAttribute("unit", unit.id());
        return "redirect:" + PATH;
    }

    private String done(Visit visit, Unit unit, Locale locale) {
        String who = visit.announced().name() != null
                ? visit.announced().name()
                : messages.getMessage("desk.reception.theVisitor", null, locale);
        if (visit.state() == VisitState.OFFERED) {
            String agent = views.here(unit.id())
                    .getOrDefault(visit.host().agent(), visit.host().agent());
            return messages.getMessage("desk.reception.done.offered", new Object[] {agent, who}, locale);
        }
        String what = visit.state() == VisitState.WAITING ? "waiting" : "expected";
        return messages.getMessage("desk.reception.done." + what, new Object[] {who}, locale);
    }
}
