package io.rotadesk.petition.reception;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.Matters;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Recognises a form that was sent twice. A form in Tasklist has no id, so the same values again at once mean that the
 * button was pressed twice.
 */
@Component
class SentTwice {

    private static final Duration AT_ONCE = Duration.ofMinutes(1);
    private static final int LOOKED_AT = 5;

    private final Matters matters;
    private final Tickets tickets;
    private final Clock clock;

    SentTwice(Matters matters, Tickets tickets, Clock clock) {
        this.matters = matters;
        this.tickets = tickets;
        this.clock = clock;
    }

    /**
     * Anonymous petitioners cannot be told apart, so each registration counts.
     *
     * @throws PetitionRefusal naming the number that the petitioner already has
     */
    void refuse(Ticket ticket, PetitionAnnouncement announced) {
        matters.byPhone(ticket.unitId(), announced.petitionerPhone(), LOOKED_AT).stream()
                .filter(matter -> isTheSame(matter, ticket, announced))
                .flatMap(matter -> tickets.find(matter.ticketId()).stream())
                .filter(other ->
                        other.unitId().equals(ticket.unitId()) && !other.state().isOver())
                .findFirst()
                .ifPresent(other -> {
                    throw new PetitionRefusal(
                            "petitionerName", "petitionerName.registered", String.valueOf(other.number()));
                });
    }

    private boolean isTheSame(Matter matter, Ticket ticket, PetitionAnnouncement announced) {
        return !ticket.id().equals(matter.ticketId())
                && Objects.equals(matter.petitionerName(), announced.petitionerName())
                && Objects.equals(matter.openedBy(), ticket.registration().by())
                && matter.openedAt().isAfter(clock.instant().minus(AT_ONCE));
    }
}
