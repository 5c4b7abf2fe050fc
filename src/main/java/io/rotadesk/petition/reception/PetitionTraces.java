package io.rotadesk.petition.reception;

import io.rotadesk.petition.matter.MatterChanged;
import io.rotadesk.petition.matter.MatterJoined;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.PetitionerErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps tickets in step with their matters: the ticket of a repeat visit goes to the earlier matter, and an erased
 * petitioner leaves no trace.
 */
@Component
class PetitionTraces {

    private final Tickets tickets;
    private final Matters matters;
    private final ReceptionSteps steps;
    private final PetitionProcess process;

    PetitionTraces(Tickets tickets, Matters matters, ReceptionSteps steps, PetitionProcess process) {
        this.tickets = tickets;
        this.matters = matters;
        this.steps = steps;
        this.process = process;
    }

    @EventListener
    void joined(MatterJoined joined) {
        tickets.joined(joined.matterId(), joined.into());
    }

    @EventListener
    void alerted(MatterChanged changed) {
        if (matters.get(changed.matterId()).state() == MatterState.ALERTED) {
            steps.attendedOnTheScene(changed.matterId());
        }
    }

    /** Tickets hold no personal data, but the open tasks of their processes may. */
    @EventListener
    void erased(PetitionerErased erased) {
        erased.ticketIds().forEach(process::forget);
    }
}
