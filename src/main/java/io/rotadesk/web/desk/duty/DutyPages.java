package io.rotadesk.web.desk.duty;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.staff.duty.DutyCalendar;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page with today's board and the days ahead, which managers can change (L1.1). */
@Controller
@RequestMapping("/desk/duty")
class DutyPages {

    private final Boards boards;
    private final TodayViews todays;
    private final DutyCalendar calendar;
    private final DutyDays days;
    private final DutyStreams streams;
    private final Pending pending;
    private final UnitAccess access;

    DutyPages(
            Boards boards,
            TodayViews todays,
            DutyCalendar calendar,
            DutyDays days,
            DutyStreams streams,
            Pending pending,
            UnitAccess access) {
        this.boards = boards;
        this.todays = todays;
        this.calendar = calendar;
        this.days = days;
        this.streams = streams;
        this.pending = pending;
        this.access = access;
    }

    @GetMapping
    String duty(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        board(unit, user, page, locale);
        page.addAttribute("days", calendar.ahead(unit.id()));
        return "desk/duty/duty";
    }

    /** Why a day should be closed, as it was typed. */
    record TypedClosing(LocalDate day, String note) {}

    /** The part of the page that is updated live. */
    @GetMapping("/board")
    String board(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        BoardView board = boards.today(unit.id(), user.login(), locale);
        page.addAttribute("unit", unit);
        page.addAttribute("until", board.endsAt(unit.settings().zone()).toEpochMilli());
        page.addAttribute("board", board);
        pending.show(unit, user, page);
        page.addAttribute("zone", unit.settings().zone());
        page.addAttribute("manages", access.mayManage(unit.id()));
        page.addAttribute("announced", todays.of(unit.id(), board.date(), locale));
        return "desk/duty/board :: board";
    }

    /** Sends an event each time the board must be loaded again. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@ShownUnit Unit unit) {
        return streams.open(unit.id());
    }

    /** The manager sets which team answers the calls that day. */
    @PostMapping("/roles")
    @PreAuthorize("@unitAccess.mayManage(#unitId)")
    String roles(
            @RequestParam("unit") String unitId,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam String callTeam,
            RedirectAttributes next,
            Locale locale) {
        return change(unitId, next, locale, () -> days.overrideRoles(unitId, day, callTeam));
    }

    /** Takes back the manager's changes of a day. */
    @PostMapping("/planned")
    @PreAuthorize("@unitAccess.mayManage(#unitId)")
    String planned(
            @RequestParam("unit") String unitId,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            RedirectAttributes next,
            Locale locale) {
        return change(unitId, next, locale, () -> days.asPlanned(unitId, day));
    }

    @PostMapping("/closed")
    @PreAuthorize("@unitAccess.mayManage(#unitId)")
    String closed(
            @RequestParam("unit") String unitId,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam boolean closed,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes next,
            Locale locale) {
        next.addFlashAttribute("typed", new TypedClosing(day, note));
        return change(unitId, next, locale, () -> {
            if (closed) {
                days.close(unitId, day, note);
            } else {
                days.open(unitId, day, note);
            }
        });
    }

    private static String change(String unitId, RedirectAttributes next, Locale locale, Runnable change) {
        try {
            change.run();
            next.addFlashAttribute("changed", true);
        } catch (RosterRefusal refusal) {
            next.addFlashAttribute("refused", refusal.reason(locale));
        }
        next.addAttribute("unit", unitId);
        return "redirect:/desk/duty";
    }
}
