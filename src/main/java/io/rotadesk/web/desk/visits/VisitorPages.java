package io.rotadesk.web.desk.visits;

import io.rotadesk.access.DeskUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.engine.Collisions;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitDesk;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitRegister;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.platform.input.Texts;
import io.rotadesk.staff.unit.Unit;
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

    private final ReceptionAccess reception;
    private final ReceptionViews views;
    private final VisitDesk desk;
    private final VisitRegister register;
    private final UnitAccess access;
    private final Collisions collisions;
    private final Clock clock;

    VisitorPages(
            ReceptionAccess reception,
            ReceptionViews views,
            VisitDesk desk,
            VisitRegister register,
            UnitAccess access,
            Collisions collisions,
            Clock clock) {
        this.reception = reception;
        this.views = views;
        this.desk = desk;
        this.register = register;
        this.access = access;
        this.collisions = collisions;
        this.clock = clock;
    }

    @PostMapping("/arrived")
    String arrived(@PathVariable String key, @AuthenticationPrincipal DeskUser user, RedirectAttributes next) {
        VisitKey visit = entered(key, user);
        return change(visit, next, () -> desk.arrived(visit, null));
    }

    @PostMapping("/left")
    String left(@PathVariable String key, @AuthenticationPrincipal DeskUser user, RedirectAttributes next) {
        VisitKey visit = entered(key, user);
        return change(visit, next, () -> desk.left(visit, null));
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable String key, @AuthenticationPrincipal DeskUser user, RedirectAttributes next) {
        VisitKey visit = entered(key, user);
        return change(visit, next, () -> desk.cancel(visit));
    }

    /** The manager assigns somebody in line to an agent. */
    @PostMapping("/assign")
    String assign(
            @PathVariable String key,
            @RequestParam String agent,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        VisitKey visit = entered(key, user);
        if (!access.mayManage(visit.unitId())) {
            throw new AccessDeniedException(user.login() + " may not say who receives a visitor");
        }
        boolean oneOfUs = views.here(visit.unitId()).containsKey(agent);
        return change(visit, next, () -> oneOfUs && desk.assign(visit, agent));
    }

    @GetMapping("/move")
    String toMove(@PathVariable String key, @AuthenticationPrincipal DeskUser user, Model page) {
        VisitKey visit = entered(key, user);
        Visit found = register.get(visit);
        if (found.state() != VisitState.EXPECTED) {
            return "redirect:/desk/reception?unit=" + visit.unitId();
        }
        Unit unit = reception.unitOf(visit, user);
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
    @PostMapping("/move")
    String move(
            @PathVariable String key,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime time,
            @RequestParam(defaultValue = "") String meetingPoint,
            @AuthenticationPrincipal DeskUser user,
            RedirectAttributes next) {
        VisitKey visit = entered(key, user);
        Instant at = day.atTime(time)
                .atZone(reception.unitOf(visit, user).settings().zone())
                .toInstant();
        if (at.isBefore(clock.instant())) {
            next.addFlashAttribute("past", true);
            return "redirect:/desk/reception/visit/" + key + "/move";
        }
        return change(visit, next, () -> desk.move(visit, at, Texts.orNull(meetingPoint)));
    }

    private VisitKey entered(String key, DeskUser user) {
        VisitKey visit = VisitPages.parse(key);
        if (!reception.receives(visit.unitId(), user) || register.find(visit).isEmpty()) {
            throw VisitPages.unknown(key);
        }
        return visit;
    }

    private String change(VisitKey visit, RedirectAttributes next, Supplier<Boolean> change) {
        next.addFlashAttribute(collisions.again(change) ? "changed" : "tooLate", true);
        next.addAttribute("unit", visit.unitId());
        return "redirect:/desk/reception";
    }
}
