package io.rotadesk.petition.summary.process;

import io.rotadesk.engine.RemovedInstances;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Reacts when somebody removes the process of a summary: the leader is told, and can ask for the month again. */
@Component
class RemovedSummaries implements RemovedInstances {

    private static final String PROCESS = SummaryVariables.DECLARED.processDefinitionKey();

    private final Troubles troubles;

    RemovedSummaries(Troubles troubles) {
        this.troubles = troubles;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public void removed(DelegateExecution instance) {
        SummaryVariables.UNIT_ID
                .find(instance)
                .ifPresent(unitId ->
                        troubles.note(unitId, PROCESS, null, TroubleKind.REMOVED, instance.getProcessBusinessKey()));
    }
}
