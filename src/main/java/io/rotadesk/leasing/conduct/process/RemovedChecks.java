package io.rotadesk.leasing.conduct.process;

import io.rotadesk.engine.RemovedInstances;
import io.rotadesk.leasing.conduct.AbandonedChecks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Reacts when somebody removes the process of a spot check. */
@Component
class RemovedChecks implements RemovedInstances {

    private final AbandonedChecks checks;

    RemovedChecks(AbandonedChecks checks) {
        this.checks = checks;
    }

    @Override
    public String process() {
        return AbandonedChecks.PROCESS;
    }

    @Override
    public void removed(DelegateExecution instance) {
        CheckVariables.CHECK_ID.find(instance).ifPresent(checks::removed);
    }
}
