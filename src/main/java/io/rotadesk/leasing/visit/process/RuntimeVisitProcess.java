package io.rotadesk.leasing.visit.process;

import io.rotadesk.engine.InstanceRemoval;
import io.rotadesk.engine.ModelGuard;
import io.rotadesk.engine.PersonalTraces;
import io.rotadesk.engine.TaskBell;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitProcess;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.staff.unit.Queue;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Starts the visit process and passes on events. The business key is the visit's id. */
@Component
class RuntimeVisitProcess implements VisitProcess {

    private static final String PROCESS = VisitVariables.DECLARED.processDefinitionKey();

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final TaskBell bell;
    private final PersonalTraces traces;
    private final Visits register;
    private final ModelGuard guard;
    private final InstanceRemoval removal;

    RuntimeVisitProcess(
            RuntimeService runtime,
            TaskService tasks,
            TaskBell bell,
            PersonalTraces traces,
            Visits register,
            ModelGuard guard,
            InstanceRemoval removal) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.bell = bell;
        this.traces = traces;
        this.register = register;
        this.guard = guard;
        this.removal = removal;
    }

    @Override
    public void announced(VisitKey key) {
        guard.run(
                PROCESS,
                () -> runtime.createMessageCorrelation(VisitReception.Message.VISIT_ANNOUNCED)
                        .processInstanceBusinessKey(key.visitId())
                        .setVariables(variables(register.get(key)))
                        .withoutTenantId()
                        .correlateStartMessage());
    }

    @Override
    public void moved(VisitKey key) {
        tell(VisitReception.Message.APPOINTMENT_MOVED, key, Map.of());
    }

    @Override
    public void cancelled(VisitKey key) {
        tell(VisitReception.Message.APPOINTMENT_CANCELLED, key, Map.of());
    }

    @Override
    public void arrived(VisitKey key) {
        tell(VisitReception.Message.VISITOR_ARRIVED, key, Map.of());
    }

    @Override
    public void isHere(VisitKey key, Instant until) {
        tasks.createTaskQuery()
                .processDefinitionKey(PROCESS)
                .taskDefinitionKey(VisitReception.Task.MEET_VISITOR)
                .processInstanceBusinessKey(key.visitId())
                .processVariableValueEquals(VisitVariables.VISIT_ID.name(), key.toString())
                .list()
                .forEach(task -> {
                    task.setDueDate(Date.from(until));
                    tasks.saveTask(task);
                    if (task.getAssignee() != null) {
                        bell.ring(task.getAssignee());
                    }
                });
    }

    @Override
    public void turnCame(VisitKey key, String agent, boolean byHelper) {
        tell(
                VisitReception.Message.VISIT_TURN_CAME,
                key,
                Map.of(VisitVariables.AGENT.name(), agent, VisitVariables.BY_HELPER.name(), byHelper));
    }

    @Override
    public void left(VisitKey key) {
        tell(VisitReception.Message.VISITOR_LEFT, key, Map.of());
    }

    /**
     * In the model's newest version: from the beginning for a visitor who was never offered to anyone, at the manager's
     * task for one who was, and at the agent's task for one whom the manager has assigned.
     */
    @Override
    public void resume(Visit visit) {
        if (visit.state() == VisitState.OFFERED) {
            resume(visit, VisitReception.Task.GREET_VISITOR);
        } else if (visit.state() == VisitState.WAITING) {
            resume(visit, VisitReception.Task.ASSIGN_VISITOR);
        } else {
            announced(visit.key());
        }
    }

    private void resume(Visit visit, String step) {
        guard.run(
                PROCESS,
                () -> runtime.createProcessInstanceByKey(PROCESS)
                        .processDefinitionWithoutTenantId()
                        .businessKey(visit.visitId())
                        .setVariables(variables(visit))
                        .setVariable(VisitVariables.AGENT.name(), visit.host().agent())
                        .setVariable(VisitVariables.QUEUE.name(), Queue.VISIT.name())
                        .setVariable(VisitVariables.BY_HELPER.name(), false)
                        .startBeforeActivity(step)
                        .execute());
    }

    @Override
    public void remove(VisitKey key) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(key.visitId())
                .variableValueEquals(VisitVariables.VISIT_ID.name(), key.toString())
                .list()
                .forEach(instance -> removal.remove(instance.getId(), "the model cannot go on"));
    }

    private static Map<String, Object> variables(Visit visit) {
        Map<String, Object> variables = new HashMap<>();
        VisitVariables.VISIT_ID.put(variables, visit.key().toString());
        VisitVariables.UNIT_ID.put(variables, visit.unitId());
        VisitVariables.PURPOSE.put(variables, visit.said().purpose());
        VisitVariables.APPOINTMENT.put(variables, visit.byAppointment());
        return variables;
    }

    @Override
    public Map<VisitKey, String> openTasks(Collection<VisitKey> visits) {
        if (visits.isEmpty()) {
            return Map.of();
        }
        TaskQuery query = tasks.createTaskQuery().processDefinitionKey(PROCESS).or();
        visits.forEach(key -> query.processVariableValueEquals(VisitVariables.VISIT_ID.name(), key.toString()));
        Map<String, String> taskOf = query.endOr().list().stream()
                .collect(Collectors.toMap(Task::getProcessInstanceId, Task::getTaskDefinitionKey, (one, other) -> one));
        if (taskOf.isEmpty()) {
            return Map.of();
        }
        return runtime
                .createVariableInstanceQuery()
                .variableName(VisitVariables.VISIT_ID.name())
                .processInstanceIdIn(taskOf.keySet().toArray(String[]::new))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        visit -> VisitKey.parse((String) visit.getValue()),
                        visit -> taskOf.get(visit.getProcessInstanceId()),
                        (one, other) -> one));
    }

    @Override
    public void forget(VisitKey key) {
        traces.forget(PROCESS, VisitVariables.VISIT_ID, key.toString());
    }

    private void tell(String message, VisitKey key, Map<String, Object> variables) {
        guard.tell(PROCESS, message, key.visitId(), VisitVariables.VISIT_ID, key.toString(), variables);
    }
}
