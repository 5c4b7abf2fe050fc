package io.rotadesk.leasing.visit.process;

import io.rotadesk.engine.RemovedInstances;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitsWithoutProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Reacts when somebody removes the process of a visit. */
@Component
class RemovedVisits implements RemovedInstances {

    private final VisitsWithoutProcess visits;

    RemovedVisits(VisitsWithoutProcess visits) {
        this.visits = visits;
    }

    @Override
    public String process() {
        return VisitsWithoutProcess.PROCESS;
    }

    @Override
    public void removed(DelegateExecution instance) {
        VisitVariables.VISIT_ID.find(instance).map(VisitKey::parse).ifPresent(visits::removed);
    }
}
