package io.rotadesk.customer.process;

import io.rotadesk.customer.FollowUp;
import io.rotadesk.customer.FollowUpProcess;
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

    RuntimeFollowUpProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Inside a step of another process the engine would keep the new instance until that step's own transaction ends. */
    @Override
    public void start(FollowUp followUp) {
        ProcessEngineContext.requiresNew();
        try {
            runtime.createMessageCorrelation("FollowUpDue")
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
        runtime.createMessageCorrelation("CustomerContacted")
                .processInstanceBusinessKey(key(followUpId))
                .correlate();
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
                .forEach(instance -> runtime.deleteProcessInstance(instance, "nobody to follow up"));
    }

    private static String key(long followUpId) {
        return Long.toString(followUpId);
    }
}
