package io.rotadesk.leasing.dispute.process;

import io.rotadesk.engine.RemovedInstances;
import io.rotadesk.leasing.dispute.AbandonedDisputes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Reacts when somebody removes the process of a dispute. */
@Component
class RemovedDisputes implements RemovedInstances {

    private final AbandonedDisputes disputes;

    RemovedDisputes(AbandonedDisputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public String process() {
        return AbandonedDisputes.PROCESS;
    }

    @Override
    public void removed(DelegateExecution instance) {
        DisputeVariables.DISPUTE_ID.find(instance).map(Long::valueOf).ifPresent(disputes::removed);
    }
}
