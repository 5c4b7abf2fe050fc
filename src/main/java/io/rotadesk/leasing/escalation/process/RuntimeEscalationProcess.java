package io.rotadesk.leasing.escalation.process;

import io.rotadesk.engine.PersonalTraces;
import io.rotadesk.engine.StartBeside;
import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.escalation.EscalationProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the process of a question that came up in a form. The business key is the escalation's id. */
@Component
class RuntimeEscalationProcess implements EscalationProcess {

    private final RuntimeService runtime;
    private final PersonalTraces traces;
    private final StartBeside beside;

    RuntimeEscalationProcess(RuntimeService runtime, PersonalTraces traces, StartBeside beside) {
        this.runtime = runtime;
        this.traces = traces;
        this.beside = beside;
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
    public void forget(String escalationId) {
        traces.forget(
                EscalationVariables.DECLARED.processDefinitionKey(), EscalationVariables.ESCALATION_ID, escalationId);
    }
}
