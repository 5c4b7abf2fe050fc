package io.rotadesk.petition.reception.process;

import io.rotadesk.engine.InstanceRemoval;
import io.rotadesk.engine.ModelGuard;
import io.rotadesk.engine.PersonalTraces;
import io.rotadesk.engine.models.PetitionReception;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.process.MatterVariables;
import io.rotadesk.petition.reception.PetitionProcess;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.TicketState;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Starts the petition process and passes on events. The business key is the ticket's id. */
@Component
class RuntimePetitionProcess implements PetitionProcess {

    private static final String PROCESS = PetitionReception.PROCESS;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final PersonalTraces traces;
    private final ModelGuard guard;
    private final InstanceRemoval removal;
    private final Clock clock;

    RuntimePetitionProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            PersonalTraces traces,
            ModelGuard guard,
            InstanceRemoval removal,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.clock = clock;
        this.traces = traces;
        this.guard = guard;
        this.removal = removal;
    }

    @Override
    public void announced(Ticket ticket, String destination) {
        guard.run(
                PROCESS,
                () -> runtime.createMessageCorrelation(PetitionReception.Message.PETITION_ANNOUNCED)
                        .processInstanceBusinessKey(ticket.id().value())
                        .setVariables(variables(ticket, destination))
                        .withoutTenantId()
                        .correlateStartMessage());
    }

    private static Map<String, Object> variables(Ticket ticket, String destination) {
        Map<String, Object> variables = new HashMap<>();
        PetitionVariables.TICKET_ID.put(variables, ticket.id().value());
        PetitionVariables.MATTER_ID.put(variables, ticket.matterId().value());
        PetitionVariables.UNIT_ID.put(variables, ticket.unitId());
        PetitionVariables.APPOINTMENT.put(variables, ticket.byAppointment());
        PetitionVariables.GROUP_SIZE.put(variables, (long) ticket.groupSize());
        PetitionVariables.DESTINATION.put(variables, destination);
        return variables;
    }

    /**
     * In the model's newest version: a petitioner to whom nobody has listened yet joins the line again, an open matter
     * goes to its responsible person.
     */
    @Override
    public void resume(Ticket ticket, Matter matter) {
        if (ticket.state() == TicketState.CALLED) {
            resume(ticket, matter, PetitionReception.Task.CALL_PETITIONER);
        } else if (ticket.state() != TicketState.DONE) {
            announced(ticket, matter.destination());
        } else {
            clear(ticket);
            resume(ticket, matter, PetitionReception.CallActivity.HANDLE_MATTER);
        }
    }

    private void resume(Ticket ticket, Matter matter, String step) {
        boolean largeScale = matter.state() == MatterState.ALERTED || matter.state() == MatterState.ON_SCENE;
        guard.run(
                PROCESS,
                () -> runtime.createProcessInstanceByKey(PROCESS)
                        .processDefinitionWithoutTenantId()
                        .businessKey(ticket.id().value())
                        .setVariables(variables(ticket, matter.destination()))
                        .setVariable(PetitionVariables.UNIT_ID.name(), matter.unitId())
                        .setVariable(PetitionVariables.STAFF.name(), ticket.staff())
                        .setVariable(MatterVariables.ROUTE.name(), largeScale ? "largeScale" : "plan")
                        .startBeforeActivity(step)
                        .execute());
    }

    @Override
    public Optional<String> task(Ticket ticket, String login) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(ticket.id().value())
                .taskAssignee(login)
                .active()
                .list()
                .stream()
                .map(Task::getId)
                .findFirst();
    }

    @Override
    public void remove(Ticket ticket) {
        running(PROCESS, ticket).forEach(instance -> removal.remove(instance.getId(), "the model cannot go on"));
    }

    /**
     * What is left of earlier handlings: a part of it was taken away, and the rest waits for that for ever. A reception goes on
     * as long as the level above is being told of a large-scale event.
     */
    private void clear(Ticket ticket) {
        for (ProcessInstance instance : running(PROCESS, ticket)) {
            boolean called = runtime.createExecutionQuery()
                            .processInstanceId(instance.getId())
                            .activityId(PetitionReception.CallActivity.HANDLE_MATTER)
                            .count()
                    > 0;
            if (called) {
                removal.cancel(instance.getId(), PetitionReception.CallActivity.HANDLE_MATTER);
            }
        }
        for (String process : MatterVariables.CALLED) {
            running(process, ticket).forEach(instance -> removal.remove(instance.getId(), "nobody waits for it"));
        }
    }

    private List<ProcessInstance> running(String process, Ticket ticket) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(ticket.id().value())
                .list();
    }

    @Override
    public void moved(Ticket ticket) {
        tell(PetitionReception.Message.PETITION_MOVED, ticket, Map.of());
    }

    @Override
    public void cancelled(Ticket ticket) {
        tell(PetitionReception.Message.PETITION_CANCELLED, ticket, Map.of());
    }

    @Override
    public void turnCame(Ticket ticket, String staff) {
        tell(PetitionReception.Message.PETITION_TURN_CAME, ticket, Map.of(PetitionVariables.STAFF.name(), staff));
    }

    /** An instance of an earlier version hears of nothing while it waits for the time of the next call: that is now. */
    @Override
    public void back(Ticket ticket) {
        if (!tellIfThere(PetitionReception.Message.PETITIONER_BACK, ticket)) {
            guard.run(PROCESS, () -> nextCallIsDue(ticket));
        }
    }

    private void nextCallIsDue(Ticket ticket) {
        running(PROCESS, ticket).stream()
                .flatMap(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(PetitionReception.Event.RECALL_TIME)
                        .list()
                        .stream())
                .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(clock.instant())));
    }

    @Override
    public boolean left(Ticket ticket) {
        if (ticket.state() == TicketState.NOT_THERE) {
            return tellIfThere(PetitionReception.Message.PETITIONER_LEFT, ticket);
        }
        tell(PetitionReception.Message.PETITIONER_LEFT, ticket, Map.of());
        return true;
    }

    @Override
    public void forget(TicketId ticketId) {
        traces.forget(PROCESS, PetitionVariables.TICKET_ID, ticketId.value());
    }

    private boolean tellIfThere(String message, Ticket ticket) {
        String id = ticket.id().value();
        boolean[] told = {false};
        guard.run(PROCESS, () -> told[0] = guard.tellIfThere(message, id, PetitionVariables.TICKET_ID, id, Map.of()));
        return told[0];
    }

    private void tell(String message, Ticket ticket, Map<String, Object> variables) {
        String id = ticket.id().value();
        guard.tell(PROCESS, message, id, PetitionVariables.TICKET_ID, id, variables);
    }
}
