package io.rotadesk.petition.matter.process;

import io.rotadesk.engine.PersonalTraces;
import io.rotadesk.engine.models.MatterHandling;
import io.rotadesk.petition.matter.CoordinationEnded;
import io.rotadesk.petition.matter.MatterCameAgain;
import io.rotadesk.petition.matter.PetitionerErased;
import io.rotadesk.petition.matter.ResponsibleChanged;
import io.rotadesk.staff.reminder.Urgency;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the running processes of a matter what happens to it from outside, in the same transaction. */
@Component
class MatterNewsForProcesses {

    /** The data of the matter that most forms show. */
    private static final String MATTER_TEXT = "matterText";

    private static final String COORDINATION_ENDED = MatterHandling.Message.COORDINATION_ENDED;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final OpenMatterTasks open;
    private final PersonalTraces traces;
    private final MatterWording wording;

    MatterNewsForProcesses(
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

    /** They get the earlier person's open tasks of the matter. */
    @EventListener
    void responsibleChanged(ResponsibleChanged change) {
        open.of(change.matter().id()).stream()
                .filter(task -> change.from().equals(task.getAssignee()))
                .filter(task -> change.matter().unitId().equals(task.getTenantId()))
                .forEach(task -> tasks.setAssignee(task.getId(), change.to()));
    }

    /** Open tasks show the new data, and get a higher priority. */
    @EventListener
    void cameAgain(MatterCameAgain again) {
        String text = wording.text(again.matter()).fitting();
        for (Task task : open.of(again.matter().id())) {
            tasks.setPriority(task.getId(), Urgency.lifted(task.getPriority()));
            // A form looks it up when it is opened, unless each of several units has its own, or the instance is older.
            if (runtime.getVariablesLocal(task.getExecutionId()).containsKey(MATTER_TEXT)) {
                runtime.setVariableLocal(task.getExecutionId(), MATTER_TEXT, text);
            }
        }
    }

    /** They wait no longer for units that were asked. */
    @EventListener
    void coordinationEnded(CoordinationEnded ended) {
        runtime.createExecutionQuery()
                .messageEventSubscriptionName(COORDINATION_ENDED)
                .processVariableValueEquals(
                        MatterVariables.MATTER_ID.name(), ended.matterId().value())
                .list()
                .forEach(waiting -> runtime.messageEventReceived(COORDINATION_ENDED, waiting.getId()));
    }

    /** The petitioner's data in open tasks are emptied; the tasks stay. */
    @EventListener
    void erased(PetitionerErased erased) {
        erased.matterIds()
                .forEach(matter -> traces.forget(MatterVariables.RECEPTION, MatterVariables.MATTER_ID, matter.value()));
    }
}
