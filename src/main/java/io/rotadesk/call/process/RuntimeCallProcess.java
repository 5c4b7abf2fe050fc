package io.rotadesk.call.process;

import io.rotadesk.call.CallKey;
import io.rotadesk.call.CallProcess;
import io.rotadesk.engine.PersonalTraces;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Starts the call process and tells it what the phone system says. The business key is the phone system's call id. */
@Component
class RuntimeCallProcess implements CallProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final PersonalTraces traces;

    RuntimeCallProcess(RuntimeService runtime, TaskService tasks, PersonalTraces traces) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.traces = traces;
    }

    @Override
    public void received(CallKey call) {
        runtime.createMessageCorrelation("CallReceived")
                .processInstanceBusinessKey(call.callId())
                .setVariable(CallVariables.CALL_ID.name(), call.toString())
                .setVariable(CallVariables.UNIT_ID.name(), call.unitId())
                .withoutTenantId()
                .correlateStartMessage();
    }

    @Override
    public void answered(CallKey call, String agent) {
        message("CallAnswered", call)
                .setVariable(CallVariables.AGENT.name(), agent)
                .correlate();
    }

    @Override
    public void assigned(CallKey call, String agent) {
        Task managersTask = tasks.createTaskQuery()
                .processInstanceBusinessKey(call.callId())
                .processVariableValueEquals(CallVariables.CALL_ID.name(), call.toString())
                .taskDefinitionKey("Task_AssignCall")
                .singleResult();
        tasks.complete(
                managersTask.getId(),
                Map.of(
                        CallVariables.DECISION.name(),
                        CallDelegates.GIVE_TO_AGENT,
                        CallVariables.ASSIGNED_AGENT.name(),
                        agent));
    }

    @Override
    public void notAnswered(CallKey call) {
        message("CallNotAnswered", call).correlate();
    }

    @Override
    public void hungUp(CallKey call) {
        message("CallerHungUp", call).correlate();
    }

    @Override
    public void forget(CallKey call) {
        traces.forget(CallVariables.DECLARED.processDefinitionKey(), CallVariables.CALL_ID, call.toString());
    }

    private MessageCorrelationBuilder message(String name, CallKey call) {
        return runtime.createMessageCorrelation(name)
                .processInstanceBusinessKey(call.callId())
                .processInstanceVariableEquals(CallVariables.CALL_ID.name(), call.toString());
    }
}
