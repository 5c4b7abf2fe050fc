package io.rotadesk.escalation.process;

import io.rotadesk.escalation.Escalation;
import io.rotadesk.escalation.EscalationProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the process of a question that came up in a form. The business key is the escalation's id. */
@Component
class RuntimeEscalationProcess implements EscalationProcess {

    private final RuntimeService runtime;

    RuntimeEscalationProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void raised(Escalation escalation) {
        runtime.createMessageCorrelation("QuestionRaised")
                .processInstanceBusinessKey(escalation.id())
                .setVariable(EscalationVariables.ESCALATION_ID.name(), escalation.id())
                .setVariable(EscalationVariables.UNIT_ID.name(), escalation.unitId())
                .setVariable(EscalationVariables.ASKED_BY.name(), escalation.askedBy())
                .withoutTenantId()
                .correlateStartMessage();
    }
}
