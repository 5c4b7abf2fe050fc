package io.rotadesk.leasing.conduct.process;

import io.rotadesk.engine.RemovedInstances;
import io.rotadesk.leasing.conduct.AbandonedChecks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Somebody took the process of a spot check away. */
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
