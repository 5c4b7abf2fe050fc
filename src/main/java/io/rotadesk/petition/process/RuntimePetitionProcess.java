package io.rotadesk.petition.process;

import io.rotadesk.engine.PersonalTraces;
import io.rotadesk.petition.PetitionProcess;
import io.rotadesk.petition.Ticket;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.stereotype.Component;

/** Starts the petition process and tells it what happens. The business key is the ticket's id. */
@Component
class RuntimePetitionProcess implements PetitionProcess {

    private final RuntimeService runtime;
    private final PersonalTraces traces;

    RuntimePetitionProcess(RuntimeService runtime, PersonalTraces traces) {
        this.runtime = runtime;
        this.traces = traces;
    }

    @Override
    public void announced(Ticket ticket, String destination) {
        runtime.createMessageCorrelation("PetitionAnnounced")
                .processInstanceBusinessKey(ticket.id())
                .setVariable(PetitionVariables.TICKET_ID.name(), ticket.id())
                .setVariable(PetitionVariables.MATTER_ID.name(), ticket.matterId())
                .setVariable(PetitionVariables.UNIT_ID.name(), ticket.unitId())
                .setVariable(PetitionVariables.APPOINTMENT.name(), ticket.byAppointment())
                .setVariable(PetitionVariables.GROUP_SIZE.name(), (long) ticket.groupSize())
                .setVariable(PetitionVariables.DESTINATION.name(), destination)
                .withoutTenantId()
                .correlateStartMessage();
    }

    @Override
    public void moved(Ticket ticket) {
        message("PetitionMoved", ticket).correlate();
    }

    @Override
    public void cancelled(Ticket ticket) {
        message("PetitionCancelled", ticket).correlate();
    }

    @Override
    public void turnCame(Ticket ticket, String staff) {
        message("PetitionTurnCame", ticket)
                .setVariable(PetitionVariables.STAFF.name(), staff)
                .correlate();
    }

    @Override
    public void left(Ticket ticket) {
        message("PetitionerLeft", ticket).correlate();
    }

    @Override
    public void forget(String ticketId) {
        traces.forget(PetitionVariables.DECLARED.processDefinitionKey(), PetitionVariables.TICKET_ID, ticketId);
    }

    private MessageCorrelationBuilder message(String name, Ticket ticket) {
        return runtime.createMessageCorrelation(name)
                .processInstanceBusinessKey(ticket.id())
                .processInstanceVariableEquals(PetitionVariables.TICKET_ID.name(), ticket.id());
    }
}
