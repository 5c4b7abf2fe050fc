package io.rotadesk.web.desk.visits;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.engine.Collisions;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.register.RegisterPages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Supplier;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reports of the reception about one visitor: came, left, appointment moved or cancelled, assigned to somebody. */
@Controller
@RequestMapping("/desk/reception/visit/{key}")
class VisitorPages {

    private final FrontDeskAccess frontDesk;
    private final FrontDeskViews views;
    private final Announcements announcements;
    private final Visits visits;
    private final UnitAccess access;
    private final Collisions collisions;
    private final Clock clock;

    VisitorPages(
            FrontDeskAccess frontDesk,
            FrontDeskViews views,
            Announcements announcements,
            Visits visits,
            UnitAccess access,
            Collisions collisions,
            Clock clock) {
        this.frontDesk = frontDesk;
        this.views = views;
        this.announcements = announcements;
        this.visits = visits;
        this.access = access;
        this.collisions = collisions;
        this.clock = clock;
    }

    @PostMapping("/arrived")
    String arrived(@PathVariable String key, @AuthenticationPrincipal SignedInUser user, RedirectAttributes next) {
        VisitKey visit = entered(key, user);
        return change(visit, next, () -> announcements.arrived(visit, null));
    }

    @PostMapping("/left")
    String left(@PathVariable String key, @AuthenticationPrincipal SignedInUser user, RedirectAttributes next) {
        VisitKey visit = entered(key, user);
        return change(visit, next, () -> announcements.left(visit, null));
    }

    /** The visitor was entered by mistake; an agent who is on the way need not come. */
    @PostMapping("/withdraw")
    String withdraw(@PathVariable String key, @AuthenticationPrincipal SignedInUser user, RedirectAttributes next) {
        VisitKey visit = entered(key, user);
        return change(visit, next, () -> announcements.withdraw(visit));
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable String key, @AuthenticationPrincipal SignedInUser user, RedirectAttributes next) {
        VisitKey visit = entered(key, user);
        return change(visit, next, () -> announcements.cancel(visit));
    }

    /** The manager assigns somebody in line to an agent. */
    @PostMapping("/assign")
    String assign(
            @PathVariable String key,
            @RequestParam String agent,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next) {
        VisitKey visit = entered(key, user);
        if (!access.mayManage(visit.unitId())) {
            throw new AccessDeniedException(user.login() + " may not say who receives a visitor");
        }
        boolean oneOfUs = views.here(visit.unitId()).containsKey(agent);
        return change(visit, next, () -> oneOfUs && announcements.assign(visit, agent, user.login()));
    }

    @GetMapping("/move")
    String toMove(@PathVariable String key, @AuthenticationPrincipal SignedInUser user, Model page) {
        VisitKey visit = entered(key, user);
        Visit found = visits.get(visit);
        if (found.state() != VisitState.EXPECTED) {
            return "redirect:/desk/reception?unit=" + visit.unitId();
        }
        Unit unit = frontDesk.unitOf(visit, user);
        page.addAttribute("unit", unit);
        page.addAttribute("key", key);
        page.addAttribute("row", views.row(found, unit));
        return "desk/visits/move";
    }

    /**
     * Moves the appointment to another time or place.
     *
     * @param meetingPoint blank to leave it as it is
     */
    /** A time that was refused, as it was typed. */
    record TypedMove(LocalDate day, LocalTime time, String meetingPoint) {}

    @PostMapping("/move")
    String move(
            @PathVariable String key,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime time,
            @RequestParam(defaultValue = "") String meetingPoint,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next) {
        VisitKey visit = entered(key, user);
        Instant at = day.atTime(time)
                .atZone(frontDesk.unitOf(visit, user).settings().zone())
                .toInstant();
        if (at.isBefore(clock.instant())) {
            next.addFlashAttribute("past", true);
            next.addFlashAttribute("typed", new TypedMove(day, time, meetingPoint));
            return "redirect:/desk/reception/visit/" + key + "/move";
        }
        return change(visit, next, () -> announcements.move(visit, at, SafeText.orNull(meetingPoint)));
    }

    private VisitKey entered(String key, SignedInUser user) {
        VisitKey visit = RegisterPages.key(key, VisitKey::parse);
        if (!frontDesk.receives(visit.unitId(), user) || visits.find(visit).isEmpty()) {
            throw RegisterPages.unknown(key);
        }
        return visit;
    }

    private String change(VisitKey visit, RedirectAttributes next, Supplier<Boolean> change) {
        next.addFlashAttribute(collisions.again(change) ? "changed" : "tooLate", true);
        next.addAttribute("unit", visit.unitId());
        return "redirect:/desk/reception";
    }
}
