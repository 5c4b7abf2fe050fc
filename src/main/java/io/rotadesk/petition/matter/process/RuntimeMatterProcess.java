package io.rotadesk.petition.matter.process;

import io.rotadesk.engine.PersonalTraces;
import io.rotadesk.engine.models.MatterHandling;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterProcess;
import io.rotadesk.staff.reminder.Urgency;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells the running processes of a matter what happens to it from outside. */
@Component
class RuntimeMatterProcess implements MatterProcess {

    /** The data of the matter that most forms show. */
    private static final String MATTER_TEXT = "matterText";

    private static final String COORDINATION_ENDED = MatterHandling.Message.COORDINATION_ENDED;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final OpenMatterTasks open;
    private final PersonalTraces traces;
    private final MatterWording wording;

    RuntimeMatterProcess(
            RuntimeService runtime,
            TaskService tasks,
            OpenMatterTasks open,
            PersonalTraces traces,
            MatterWording wording) {
        this.runtime = runtime;
        this.open = open;
        this.tasks = tasks;
        this.traces = traces;
        this.wording = wording;
    }

    @Override
    public void responsibleChanged(Matter matter, String from, String to) {
        open.of(matter.id()).stream()
                .filter(task -> from.equals(task.getAssignee()))
                .filter(task -> matter.unitId().equals(task.getTenantId()))
                .forEach(task -> tasks.setAssignee(task.getId(), to));
    }

    @Override
    public void cameAgain(Matter matter) {
        String text = wording.text(matter).fitting();
        for (Task task : open.of(matter.id())) {
            tasks.setPriority(task.getId(), Urgency.lifted(task.getPriority()));
            // A form looks it up when it is opened, unless each of several units has its own, or the instance is older.
            if (runtime.getVariablesLocal(task.getExecutionId()).containsKey(MATTER_TEXT)) {
                runtime.setVariableLocal(task.getExecutionId(), MATTER_TEXT, text);
            }
        }
    }

    @Override
    public void coordinationEnded(Matter matter) {
        runtime.createExecutionQuery()
                .messageEventSubscriptionName(COORDINATION_ENDED)
                .processVariableValueEquals(
                        MatterVariables.MATTER_ID.name(), matter.id().value())
                .list()
                .forEach(waiting -> runtime.messageEventReceived(COORDINATION_ENDED, waiting.getId()));
    }

    @Override
    public void forget(MatterId matterId) {
        traces.forget(MatterVariables.RECEPTION, MatterVariables.MATTER_ID, matterId.value());
    }
}
