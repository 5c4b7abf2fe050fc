package io.rotadesk.web.desk.hall;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.ReceptionBoard;
import io.rotadesk.petition.reception.ReceptionBoard.Place;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is printed at the reception (P3): the ticket with its number for the petitioner, and the registration form. */
@Controller
@RequestMapping("/desk/hall/{id}")
class TicketPrints {

    private final HallAccess hall;
    private final ReceptionBoard board;
    private final Matters matters;
    private final Units units;
    private final Agents agents;
    private final Clock clock;

    TicketPrints(HallAccess hall, ReceptionBoard board, Matters matters, Units units, Agents agents, Clock clock) {
        this.hall = hall;
        this.board = board;
        this.matters = matters;
        this.units = units;
        this.agents = agents;
        this.clock = clock;
    }

    /** The ticket, 80 mm wide, without anything about the petitioner. */
    @GetMapping("/slip")
    String slip(@PathVariable TicketId id, @AuthenticationPrincipal SignedInUser user, Model page) {
        Ticket ticket = show(id, user, page);
        LocalDate today = units.get(ticket.unitId()).clock().day(clock.instant());
        page.addAttribute(
                "before",
                board.order(ticket.unitId(), today).stream()
                        .filter(place -> place.ticket().id().equals(id))
                        .map(Place::before)
                        .findFirst()
                        .orElse(0));
        return "desk/hall/slip";
    }

    /** The registration form, on A4, with what is known so far. */
    @GetMapping("/sheet")
    String sheet(@PathVariable TicketId id, @AuthenticationPrincipal SignedInUser user, Model page) {
        Ticket ticket = show(id, user, page);
        Matter matter = matters.get(ticket.matterId());
        page.addAttribute("matter", matter);
        page.addAttribute("materials", matters.materials(matter.id()));
        page.addAttribute("registeredBy", agents.name(ticket.registration().by()));
        page.addAttribute("receivedBy", agents.name(ticket.staff()));
        return "desk/hall/sheet";
    }

    private Ticket show(TicketId id, SignedInUser user, Model page) {
        Ticket ticket = hall.ticket(id, user);
        page.addAttribute("unit", units.get(ticket.unitId()));
        page.addAttribute("ticket", ticket);
        page.addAttribute("zone", units.get(ticket.unitId()).settings().zone());
        return ticket;
    }
}
