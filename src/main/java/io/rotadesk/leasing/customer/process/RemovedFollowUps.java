package io.rotadesk.leasing.customer.process;

import io.rotadesk.engine.RemovedInstances;
import io.rotadesk.leasing.customer.AbandonedFollowUps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Reacts when somebody removes the process of a follow-up. */
@Component
class RemovedFollowUps implements RemovedInstances {

    private final AbandonedFollowUps followUps;

    RemovedFollowUps(AbandonedFollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public String process() {
        return AbandonedFollowUps.PROCESS;
    }

    @Override
    public void removed(DelegateExecution instance) {
        FollowUpVariables.FOLLOW_UP_ID.find(instance).ifPresent(followUps::removed);
    }
}
