package io.rotadesk.web.desk.hall;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.reception.ReceptionBoard;
import io.rotadesk.petition.reception.ReceptionBoard.Place;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.TicketState;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The board on the wall of the waiting room: it shows numbers and the staff who receive them, and nothing about the
 * petitioners (P3).
 */
@Controller
@RequestMapping("/desk/hall/board")
class BoardPages {

    /** As many numbers as can be read across a room. */
    private static final int NEXT = 12;

    private final ReceptionBoard board;
    private final HallAccess hall;
    private final HallWording words;
    private final Clock clock;

    BoardPages(ReceptionBoard board, HallAccess hall, HallWording words, Clock clock) {
        this.words = words;
        this.board = board;
        this.hall = hall;
        this.clock = clock;
    }

    @GetMapping
    String page(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        part(unit, user, page, locale);
        return "desk/hall/board";
    }

    @GetMapping("/part")
    String part(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        hall.check(unit.id(), user);
        ZoneId zone = unit.settings().zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Ticket> order =
                board.order(unit.id(), today).stream().map(Place::ticket).toList();
        List<Integer> waiting = numbers(order, Set.of(TicketState.WAITING, TicketState.ARRIVED));
        page.addAttribute("unit", unit);
        page.addAttribute("date", today);
        page.addAttribute(
                "until", today.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli());
        page.addAttribute(
                "called",
                board.called(unit.id()).stream()
                        .map(one -> one.at(words.window(one.window(), locale)))
                        .toList());
        page.addAttribute("waiting", waiting.stream().limit(NEXT).toList());
        page.addAttribute("more", Math.max(0, waiting.size() - NEXT));
        page.addAttribute("missed", numbers(order, Set.of(TicketState.NOT_THERE)));
        return "desk/hall/wall :: wall";
    }

    private static List<Integer> numbers(List<Ticket> order, Set<TicketState> states) {
        return order.stream()
                .filter(ticket -> states.contains(ticket.state()))
                .map(Ticket::number)
                .toList();
    }
}
