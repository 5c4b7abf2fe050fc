package io.rotadesk.web.desk.hall;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.engine.Collisions;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionRefusal;
import io.rotadesk.petition.reception.Petitions;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.TicketState;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
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

/**
 * Reports of the reception about one ticket: came early, left, appointment moved or cancelled, assigned to somebody
 * (P3).
 */
@Controller
@RequestMapping("/desk/hall/{id}")
class TicketPages {

    private final HallAccess hall;
    private final HallWording words;
    private final Petitions petitions;
    private final Matters matters;
    private final Units units;
    private final UnitAccess access;
    private final Collisions collisions;

    TicketPages(
            HallAccess hall,
            HallWording words,
            Petitions petitions,
            Matters matters,
            Units units,
            UnitAccess access,
            Collisions collisions) {
        this.hall = hall;
        this.words = words;
        this.petitions = petitions;
        this.matters = matters;
        this.units = units;
        this.access = access;
        this.collisions = collisions;
    }

    @PostMapping("/arrived")
    String arrived(@PathVariable TicketId id, @AuthenticationPrincipal SignedInUser user, RedirectAttributes next) {
        Ticket ticket = hall.ticket(id, user);
        return change(ticket, next, () -> petitions.arrived(ticket.id()));
    }

    @PostMapping("/left")
    String left(@PathVariable TicketId id, @AuthenticationPrincipal SignedInUser user, RedirectAttributes next) {
        Ticket ticket = hall.ticket(id, user);
        return change(ticket, next, () -> petitions.left(ticket.id()));
    }

    /** Somebody who did not come when called is here now. */
    @PostMapping("/back")
    String back(@PathVariable TicketId id, @AuthenticationPrincipal SignedInUser user, RedirectAttributes next) {
        Ticket ticket = hall.ticket(id, user);
        return change(ticket, next, () -> petitions.back(ticket.id()));
    }

    /** Somebody with an appointment on a later day is here today. */
    @PostMapping("/today")
    String today(@PathVariable TicketId id, @AuthenticationPrincipal SignedInUser user, RedirectAttributes next) {
        Ticket ticket = hall.ticket(id, user);
        return change(ticket, next, () -> petitions.comesToday(ticket.id()));
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable TicketId id, @AuthenticationPrincipal SignedInUser user, RedirectAttributes next) {
        Ticket ticket = hall.ticket(id, user);
        return change(ticket, next, () -> petitions.cancel(ticket.id()));
    }

    /** The leader assigns somebody in line to a staff member. */
    @PostMapping("/assign")
    String assign(
            @PathVariable TicketId id,
            @RequestParam String staff,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next) {
        Ticket ticket = hall.ticket(id, user);
        if (!access.mayManage(ticket.unitId())) {
            throw new AccessDeniedException(user.login() + " may not say who receives a petitioner");
        }
        return change(ticket, next, () -> petitions.assign(ticket.id(), staff));
    }

    @GetMapping("/move")
    String toMove(@PathVariable TicketId id, @AuthenticationPrincipal SignedInUser user, Model page) {
        Ticket ticket = hall.ticket(id, user);
        if (ticket.state() != TicketState.EXPECTED) {
            return "redirect:/desk/hall?unit=" + ticket.unitId();
        }
        page.addAttribute("unit", units.get(ticket.unitId()));
        page.addAttribute("ticket", ticket);
        page.addAttribute("matter", matters.get(ticket.matterId()));
        return "desk/hall/move";
    }

    @PostMapping("/move")
    String move(
            @PathVariable TicketId id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime time,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next,
            Locale locale) {
        Ticket ticket = hall.ticket(id, user);
        Unit unit = units.get(ticket.unitId());
        Instant at = day.atTime(time).atZone(unit.settings().zone()).toInstant();
        try {
            return change(ticket, next, () -> petitions.move(ticket.id(), at));
        } catch (PetitionRefusal refusal) {
            next.addFlashAttribute("wrong", words.why(refusal, locale));
            next.addFlashAttribute("day", day);
            next.addFlashAttribute("time", time);
            return "redirect:/desk/hall/" + ticket.id() + "/move";
        }
    }

    private String change(Ticket ticket, RedirectAttributes next, Supplier<Boolean> change) {
        next.addFlashAttribute(collisions.again(change) ? "changed" : "tooLate", true);
        next.addAttribute("unit", ticket.unitId());
        return "redirect:/desk/hall";
    }
}
