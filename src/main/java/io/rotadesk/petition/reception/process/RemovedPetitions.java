package io.rotadesk.petition.reception.process;

import io.rotadesk.engine.RemovedInstances;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionsWithoutProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Reacts when somebody removes the reception of a ticket; {@link RemovedMatters} for what the reception has called. */
@Component
class RemovedPetitions implements RemovedInstances {

    private final PetitionsWithoutProcess petitions;

    RemovedPetitions(PetitionsWithoutProcess petitions) {
        this.petitions = petitions;
    }

    @Override
    public String process() {
        return PetitionsWithoutProcess.PROCESS;
    }

    @Override
    public void removed(DelegateExecution instance) {
        PetitionVariables.TICKET_ID.find(instance).map(TicketId::new).ifPresent(petitions::removed);
    }
}
