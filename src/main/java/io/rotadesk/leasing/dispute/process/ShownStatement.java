package io.rotadesk.leasing.dispute.process;

import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.leasing.dispute.DisputeStated;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The manager's open task shows what the owner says, as soon as they say it. */
@Component
class ShownStatement {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final DisputeForms forms;

    ShownStatement(RuntimeService runtime, TaskService tasks, DisputeForms forms) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
    }

    @EventListener
    void stated(DisputeStated stated) {
        String dispute = Long.toString(stated.dispute().id());
        tasks.createTaskQuery()
                .processDefinitionKey(DisputeVariables.DECLARED.processDefinitionKey())
                .processInstanceBusinessKey(dispute)
                .taskDefinitionKey(OwnershipDispute.Task.DECIDE_OWNERSHIP)
                .list()
                .forEach(task -> runtime.setVariableLocal(
                        task.getExecutionId(),
                        DisputeVariables.OWNER_STATEMENT.name(),
                        forms.ownerStatement(dispute).fitting()));
    }
}
