package io.rotadesk.leasing.call.process;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.InstanceRemoval;
import io.rotadesk.engine.ModelGuard;
import io.rotadesk.engine.PersonalTraces;
import io.rotadesk.engine.TasksFromPages;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallProcess;
import io.rotadesk.leasing.call.Calls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Starts the call process and passes on the phone system's events. The business key is the phone system's call id. */
@Component
class RuntimeCallProcess implements CallProcess {

    private static final String PROCESS = CallVariables.DECLARED.processDefinitionKey();

    private final Calls calls;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final Actor actor;
    private final PersonalTraces traces;
    private final ModelGuard guard;
    private final TasksFromPages pages;
    private final InstanceRemoval removal;

    RuntimeCallProcess(
            Calls calls,
            RuntimeService runtime,
            TaskService tasks,
            HistoryService history,
            Actor actor,
            PersonalTraces traces,
            ModelGuard guard,
            TasksFromPages pages,
            InstanceRemoval removal) {
        this.calls = calls;
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.actor = actor;
        this.traces = traces;
        this.guard = guard;
        this.pages = pages;
        this.removal = removal;
    }

    @Override
    public void received(CallKey call) {
        guard.run(
                PROCESS,
                () -> runtime.createMessageCorrelation(CallHandling.Message.CALL_RECEIVED)
                        .processInstanceBusinessKey(call.callId())
                        .setVariable(CallVariables.CALL_ID.name(), call.toString())
                        .setVariable(CallVariables.UNIT_ID.name(), call.unitId())
                        .withoutTenantId()
                        .correlateStartMessage());
    }

    @Override
    public void answered(CallKey call, String agent) {
        tell(CallHandling.Message.CALL_ANSWERED, call, Map.of(CallVariables.AGENT.name(), agent));
    }

    @Override
    public void assigned(CallKey call, String agent) {
        Task managersTask = managersTask(call);
        guard.run(
                PROCESS,
                () -> tasks.complete(
                        managersTask.getId(),
                        Map.of(
                                CallVariables.DECISION.name(),
                                CallDelegates.GIVE_TO_AGENT,
                                CallVariables.ASSIGNED_AGENT.name(),
                                agent)));
    }

    private Task managersTask(CallKey call) {
        return findManagersTask(call)
                .orElseThrow(() -> guard.failure(PROCESS, call.callId(), CallVariables.CALL_ID, call.toString()));
    }

    private Optional<Task> findManagersTask(CallKey call) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .processInstanceBusinessKey(call.callId())
                .processVariableValueEquals(CallVariables.CALL_ID.name(), call.toString())
                .taskDefinitionKey(CallHandling.Task.ASSIGN_CALL)
                .active()
                .singleResult());
    }

    @Override
    public boolean give(CallKey call, String agent, String by) {
        return pages.send(
                PROCESS,
                findManagersTask(call),
                by,
                Map.of(
                        CallVariables.DECISION.name(),
                        CallDelegates.GIVE_TO_AGENT,
                        CallVariables.ASSIGNED_AGENT.name(),
                        agent));
    }

    @Override
    public Optional<String> giver(CallKey call) {
        return actor.inTheApplicationsName(() -> history
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(call.callId())
                .tenantIdIn(call.unitId())
                .taskDefinitionKey(CallHandling.Task.ASSIGN_CALL)
                .taskDeleteReason(TaskEntity.DELETE_REASON_COMPLETED)
                .orderByHistoricTaskInstanceEndTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(HistoricTaskInstance::getAssignee)
                .filter(Objects::nonNull)
                .findFirst());
    }

    @Override
    public void notAnswered(CallKey call) {
        tell(CallHandling.Message.CALL_NOT_ANSWERED, call, Map.of());
    }

    @Override
    public void hungUp(CallKey call) {
        tell(CallHandling.Message.CALLER_HUNG_UP, call, Map.of());
    }

    /** What the agent had to do is the colleague's from now on; in every version of the model it is assigned to one of them. */
    @Override
    public void putThrough(CallKey call, String from, String to) {
        guard.run(
                PROCESS,
                () -> actor.inTheApplicationsName(() -> {
                    instances(call).forEach(instance -> {
                        runtime.setVariable(instance.getId(), CallVariables.AGENT.name(), to);
                        tasks.createTaskQuery()
                                .processInstanceId(instance.getId())
                                .taskAssignee(from)
                                .list()
                                .forEach(task -> tasks.setAssignee(task.getId(), to));
                    });
                    return null;
                }));
    }

    /** The call-back is no longer needed; the entry is still to be written. */
    @Override
    public void answeredAfterAll(CallKey call) {
        remove(call);
        resume(calls.get(call));
    }

    /** In the model's newest version, at the right step for this call. */
    @Override
    public void resume(Call call) {
        String step = switch (call.state()) {
            case UNASSIGNED -> CallHandling.Task.ASSIGN_CALL;
            case ANSWERED -> CallHandling.Task.REGISTER_CALL;
            case MISSED -> CallHandling.Task.RETURN_MISSED_CALL;
            default -> throw new IllegalArgumentException(call.key() + " is " + call.state());
        };
        guard.run(
                PROCESS,
                () -> runtime.createProcessInstanceByKey(PROCESS)
                        .processDefinitionWithoutTenantId()
                        .businessKey(call.callId())
                        .setVariable(CallVariables.CALL_ID.name(), call.key().toString())
                        .setVariable(CallVariables.UNIT_ID.name(), call.unitId())
                        .setVariable(CallVariables.AGENT.name(), call.talk().agent())
                        .startBeforeActivity(step)
                        .execute());
    }

    /** By the steps that every version of the model has, so calls of earlier versions ring again, too. */
    @Override
    public void offerAgain(CallKey call) {
        Task managersTask = managersTask(call);
        guard.run(
                PROCESS,
                () -> runtime.createProcessInstanceModification(managersTask.getProcessInstanceId())
                        .startBeforeActivity(CallHandling.Task.OFFER_CALL)
                        .cancelAllForActivity(CallHandling.Task.ASSIGN_CALL)
                        .execute());
    }

    @Override
    public void remove(CallKey call) {
        instances(call).forEach(instance -> removal.remove(instance.getId(), "the model cannot go on"));
    }

    private List<ProcessInstance> instances(CallKey call) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(call.callId())
                .variableValueEquals(CallVariables.CALL_ID.name(), call.toString())
                .list();
    }

    @Override
    public void forget(CallKey call) {
        traces.forget(PROCESS, CallVariables.CALL_ID, call.toString());
    }

    private void tell(String message, CallKey call, Map<String, Object> variables) {
        guard.tell(PROCESS, message, call.callId(), CallVariables.CALL_ID, call.toString(), variables);
    }
}
