package io.rotadesk.petition.reception;

import io.rotadesk.petition.matter.MatterReopened;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A matter that has to be handled again by order of the level above goes to its responsible person, as it did from its ticket. */
@Component
class ReopenedMatters {

    private final Tickets tickets;
    private final PetitionProcess process;

    ReopenedMatters(Tickets tickets, PetitionProcess process) {
        this.tickets = tickets;
        this.process = process;
    }

    @EventListener
    void reopened(MatterReopened reopened) {
        Optional.ofNullable(reopened.matter().ticketId())
                .flatMap(tickets::find)
                .ifPresent(ticket -> process.resume(ticket, reopened.matter()));
    }
}
