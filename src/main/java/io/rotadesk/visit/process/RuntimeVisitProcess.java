package io.rotadesk.visit.process;

import io.rotadesk.engine.PersonalTraces;
import io.rotadesk.visit.Visit;
import io.rotadesk.visit.VisitKey;
import io.rotadesk.visit.VisitProcess;
import io.rotadesk.visit.VisitRegister;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Starts the visit process and tells it what happens. The business key is the visit's id. */
@Component
class RuntimeVisitProcess implements VisitProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final PersonalTraces traces;
    private final VisitRegister register;

    RuntimeVisitProcess(RuntimeService runtime, TaskService tasks, PersonalTraces traces, VisitRegister register) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.traces = traces;
        this.register = register;
    }

    @Override
    public void announced(VisitKey key) {
        Visit visit = register.get(key);
        runtime.createMessageCorrelation("VisitAnnounced")
                .processInstanceBusinessKey(key.visitId())
                .setVariable(VisitVariables.VISIT_ID.name(), key.toString())
                .setVariable(VisitVariables.UNIT_ID.name(), key.unitId())
                .setVariable(VisitVariables.PURPOSE.name(), visit.purpose())
                .setVariable(VisitVariables.APPOINTMENT.name(), visit.byAppointment())
                .withoutTenantId()
                .correlateStartMessage();
    }

    @Override
    public void moved(VisitKey key) {
        message("AppointmentMoved", key).correlate();
    }

    @Override
    public void cancelled(VisitKey key) {
        message("AppointmentCancelled", key).correlate();
    }

    @Override
    public void arrived(VisitKey key) {
        message("VisitorArrived", key).correlate();
    }

    @Override
    public void turnCame(VisitKey key, String agent, boolean byHelper) {
        message("VisitTurnCame", key)
                .setVariable(VisitVariables.AGENT.name(), agent)
                .setVariable(VisitVariables.BY_HELPER.name(), byHelper)
                .correlate();
    }

    @Override
    public void left(VisitKey key) {
        message("VisitorLeft", key).correlate();
    }

    @Override
    public Map<VisitKey, String> openTasks(Collection<VisitKey> visits) {
        if (visits.isEmpty()) {
            return Map.of();
        }
        TaskQuery query = tasks.createTaskQuery()
                .processDefinitionKey(VisitVariables.DECLARED.processDefinitionKey())
                .or();
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
        traces.forget(VisitVariables.DECLARED.processDefinitionKey(), VisitVariables.VISIT_ID, key.toString());
    }

    private MessageCorrelationBuilder message(String name, VisitKey key) {
        return runtime.createMessageCorrelation(name)
                .processInstanceBusinessKey(key.visitId())
                .processInstanceVariableEquals(VisitVariables.VISIT_ID.name(), key.toString());
    }
}
