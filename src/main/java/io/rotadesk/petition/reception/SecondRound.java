package io.rotadesk.petition.reception;

import io.rotadesk.staff.rota.DutyBoard.QueueBoard;
import io.rotadesk.staff.rota.DutyBoard.Seat;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.rota.Turn;
import io.rotadesk.staff.rota.TurnCause;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks again when everybody has missed a ticket. The rota does not offer a ticket again to a person who missed it. If
 * everybody present has missed it, the petitioner would wait for ever, so they are asked again by name, the one whose
 * miss is longest ago first.
 */
@Component
class SecondRound {

    private final Rota rota;

    SecondRound(Rota rota) {
        this.rota = rota;
    }

    /** @return empty while somebody may still come for the first time, or nobody is free */
    Optional<String> staff(Ticket ticket) {
        List<String> misses = misses(ticket);
        QueueBoard queue =
                misses.isEmpty() ? null : rota.today(ticket.unitId()).queues().get(Queue.PETITION);
        if (queue == null) {
            return Optional.empty();
        }
        boolean somebodyMayCome = queue.order().stream()
                .filter(seat -> seat.free() || seat.unavailable() == TurnReason.SERVING)
                .anyMatch(seat -> lastMiss(misses, login(seat)) < 0);
        return somebodyMayCome
                ? Optional.empty()
                : queue.order().stream()
                        .filter(Seat::free)
                        .map(SecondRound::login)
                        .min(Comparator.comparing(login -> lastMiss(misses, login)))
                        .flatMap(login -> rota.offerTo(
                                ticket.unitId(), Queue.PETITION, ticket.contact(), login, TurnCause.ASSIGNED))
                        .map(Turn::login);
    }

    /** The people who have missed the ticket, latest last. */
    private List<String> misses(Ticket ticket) {
        return rota.explain(ticket.contact()).stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.MISSED)
                .map(LedgerEntry::login)
                .toList();
    }

    private static int lastMiss(List<String> misses, String login) {
        return misses.lastIndexOf(login);
    }

    private static String login(Seat seat) {
        return seat.agent().login();
    }
}
