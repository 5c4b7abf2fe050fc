package io.rotadesk.leasing.escalation.process;

import io.rotadesk.engine.PersonalTraces;
import io.rotadesk.engine.StartBeside;
import io.rotadesk.engine.TasksFromPages;
import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.escalation.EscalationProcess;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Starts the process of a question that came up in a form. The business key is the escalation's id. */
@Component
class RuntimeEscalationProcess implements EscalationProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final PersonalTraces traces;
    private final StartBeside beside;
    private final TasksFromPages pages;

    RuntimeEscalationProcess(
            RuntimeService runtime,
            TaskService tasks,
            PersonalTraces traces,
            StartBeside beside,
            TasksFromPages pages) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.traces = traces;
        this.beside = beside;
        this.pages = pages;
    }

    @Override
    public void raised(Escalation escalation) {
        beside.start(
                escalation.unitId(),
                EscalationVariables.DECLARED.processDefinitionKey(),
                escalation.id(),
                () -> runtime.createMessageCorrelation(ManagerEscalation.Message.QUESTION_RAISED)
                        .processInstanceBusinessKey(escalation.id())
                        .setVariable(EscalationVariables.ESCALATION_ID.name(), escalation.id())
                        .setVariable(EscalationVariables.UNIT_ID.name(), escalation.unitId())
                        .setVariable(EscalationVariables.ASKED_BY.name(), escalation.askedBy())
                        .withoutTenantId()
                        .correlateStartMessage());
    }

    @Override
    public boolean answer(Escalation escalation, String answer, boolean toHandbook, String by) {
        Optional<Task> managersTask = Optional.ofNullable(tasks.createTaskQuery()
                .processInstanceBusinessKey(escalation.id())
                .processVariableValueEquals(EscalationVariables.ESCALATION_ID.name(), escalation.id())
                .taskDefinitionKey(ManagerEscalation.Task.ANSWER_QUESTION)
                .active()
                .singleResult());
        return pages.send(
                ManagerEscalation.PROCESS,
                managersTask,
                by,
                Map.of(
                        EscalationVariables.ANSWER.name(),
                        answer,
                        EscalationVariables.ADD_TO_HANDBOOK.name(),
                        toHandbook));
    }

    @Override
    public void forget(String escalationId) {
        traces.forget(
                EscalationVariables.DECLARED.processDefinitionKey(), EscalationVariables.ESCALATION_ID, escalationId);
    }
}
