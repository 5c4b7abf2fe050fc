package io.rotadesk.leasing.escalation.process;

import io.rotadesk.engine.RemovedInstances;
import io.rotadesk.leasing.escalation.AbandonedEscalations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Reacts when somebody removes the process of a question. */
@Component
class RemovedEscalations implements RemovedInstances {

    private final AbandonedEscalations escalations;

    RemovedEscalations(AbandonedEscalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public String process() {
        return AbandonedEscalations.PROCESS;
    }

    @Override
    public void removed(DelegateExecution instance) {
        EscalationVariables.ESCALATION_ID.find(instance).ifPresent(escalations::removed);
    }
}
