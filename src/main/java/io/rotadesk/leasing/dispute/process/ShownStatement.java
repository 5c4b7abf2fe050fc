package io.rotadesk.leasing.dispute.process;

import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.leasing.dispute.DisputeStated;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the manager's open task show what the owner says, as soon as they say it. The form looks it up when it is opened;
 * instances of an earlier version may still have stored what was said before.
 */
@Component
class ShownStatement {

    private final RuntimeService runtime;
    private final TaskService tasks;

    ShownStatement(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @EventListener
    void stated(DisputeStated stated) {
        String dispute = Long.toString(stated.dispute().id());
        tasks.createTaskQuery()
                .processDefinitionKey(DisputeVariables.DECLARED.processDefinitionKey())
                .processInstanceBusinessKey(dispute)
                .taskDefinitionKey(OwnershipDispute.Task.DECIDE_OWNERSHIP)
                .list()
                .forEach(task ->
                        runtime.removeVariableLocal(task.getExecutionId(), DisputeVariables.OWNER_STATEMENT.name()));
    }
}
