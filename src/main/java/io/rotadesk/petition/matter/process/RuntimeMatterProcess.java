package io.rotadesk.petition.matter.process;

import io.rotadesk.engine.PersonalTraces;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterProcess;
import io.rotadesk.staff.reminder.Urgency;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells the running petition process of a matter what happens to it from outside. */
@Component
class RuntimeMatterProcess implements MatterProcess {

    /** What most forms show of the matter. */
    private static final String MATTER_TEXT = "matterText";

    private static final String PROCESS = PetitionVariables.DECLARED.processDefinitionKey();

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final PersonalTraces traces;
    private final MatterWording wording;

    RuntimeMatterProcess(RuntimeService runtime, TaskService tasks, PersonalTraces traces, MatterWording wording) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.traces = traces;
        this.wording = wording;
    }

    @Override
    public void responsibleChanged(Matter matter, String from, String to) {
        for (String instance : running(matter.id())) {
            tasks.createTaskQuery().processInstanceId(instance).taskAssignee(from).list().stream()
                    .filter(task -> matter.unitId().equals(task.getTenantId()))
                    .forEach(task -> tasks.setAssignee(task.getId(), to));
        }
    }

    @Override
    public void cameAgain(Matter matter) {
        String text = wording.text(matter).fitting();
        for (String instance : running(matter.id())) {
            for (Task task : tasks.createTaskQuery().processInstanceId(instance).list()) {
                tasks.setPriority(task.getId(), Urgency.lifted(task.getPriority()));
                if (runtime.getVariablesLocal(task.getExecutionId()).containsKey(MATTER_TEXT)) {
                    runtime.setVariableLocal(task.getExecutionId(), MATTER_TEXT, text);
                }
            }
        }
    }

    @Override
    public void coordinationEnded(Matter matter) {
        for (String instance : running(matter.id())) {
            for (EventSubscription waiting : runtime.createEventSubscriptionQuery()
                    .processInstanceId(instance)
                    .eventType("message")
                    .eventName("CoordinationEnded")
                    .list()) {
                runtime.messageEventReceived("CoordinationEnded", waiting.getExecutionId());
            }
        }
    }

    @Override
    public void forget(String matterId) {
        traces.forget(PROCESS, PetitionVariables.MATTER_ID, matterId);
    }

    private List<String> running(String matterId) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .variableValueEquals(PetitionVariables.MATTER_ID.name(), matterId)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
    }
}
