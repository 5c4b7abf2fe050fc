package io.rotadesk.leasing.customer.process;

import io.rotadesk.engine.InstanceRemoval;
import io.rotadesk.engine.ModelGuard;
import io.rotadesk.engine.models.CustomerFollowUp;
import io.rotadesk.leasing.customer.FollowUp;
import io.rotadesk.leasing.customer.FollowUpProcess;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Starts and ends follow-ups in the engine. The business key is the follow-up's id. */
@Component
class RuntimeFollowUpProcess implements FollowUpProcess {

    private static final String PROCESS = FollowUpVariables.DECLARED.processDefinitionKey();

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ModelGuard guard;
    private final InstanceRemoval removal;

    RuntimeFollowUpProcess(RuntimeService runtime, TaskService tasks, ModelGuard guard, InstanceRemoval removal) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.guard = guard;
        this.removal = removal;
    }

    /** Inside a step of another process the engine would keep the new instance until that step's own transaction ends. */
    @Override
    public void start(FollowUp followUp) {
        ProcessEngineContext.requiresNew();
        try {
            runtime.createMessageCorrelation(CustomerFollowUp.Message.FOLLOW_UP_DUE)
                    .processInstanceBusinessKey(key(followUp.id()))
                    .setVariable(FollowUpVariables.FOLLOW_UP_ID.name(), followUp.id())
                    .setVariable(FollowUpVariables.UNIT_ID.name(), followUp.unitId())
                    .withoutTenantId()
                    .correlateStartMessage();
        } finally {
            ProcessEngineContext.clear();
        }
    }

    @Override
    public void contacted(long followUpId) {
        if (!guard.tellIfThere(
                CustomerFollowUp.Message.CUSTOMER_CONTACTED,
                key(followUpId),
                FollowUpVariables.FOLLOW_UP_ID,
                followUpId,
                Map.of())) {
            // It is closed in the register; the rest of the instance has nothing to do.
            cancel(followUpId);
        }
    }

    @Override
    public void givenTo(long followUpId, String agent) {
        tasks
                .createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(key(followUpId))
                .list()
                .stream()
                .filter(task -> !agent.equals(task.getAssignee()))
                .forEach(task -> tasks.setAssignee(task.getId(), agent));
    }

    @Override
    public void cancel(long followUpId) {
        runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(key(followUpId))
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .forEach(instance -> removal.remove(instance, "nobody to follow up"));
    }

    private static String key(long followUpId) {
        return Long.toString(followUpId);
    }
}
