package io.rotadesk.web.desk.hall;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.ReceptionBoard;
import io.rotadesk.petition.reception.ReceptionBoard.Place;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The ticket that is printed at the reception, with its number for the petitioner (P3). */
@Controller
@RequestMapping("/desk/hall/{id}")
class TicketPrints {

    private final HallAccess hall;
    private final ReceptionBoard board;
    private final Units units;
    private final Clock clock;

    TicketPrints(HallAccess hall, ReceptionBoard board, Units units, Clock clock) {
        this.hall = hall;
        this.board = board;
        this.units = units;
        this.clock = clock;
    }

    /** The ticket, 80 mm wide, without anything about the petitioner. */
    @GetMapping("/slip")
    String slip(@PathVariable TicketId id, @AuthenticationPrincipal SignedInUser user, Model page) {
        Ticket ticket = hall.ticket(id, user);
        Unit unit = units.get(ticket.unitId());
        LocalDate today = unit.clock().day(clock.instant());
        page.addAttribute("unit", unit);
        page.addAttribute("ticket", ticket);
        page.addAttribute("zone", unit.settings().zone());
        page.addAttribute(
                "before",
                board.order(ticket.unitId(), today).stream()
                        .filter(place -> place.ticket().id().equals(id))
                        .map(Place::before)
                        .findFirst()
                        .orElse(0));
        return "desk/hall/slip";
    }
}
