package io.rotadesk.petition.summary.process;

import io.rotadesk.petition.summary.SummaryProcess;
import io.rotadesk.petition.summary.SummaryReason;
import io.rotadesk.petition.summary.SummaryVersionDue;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Starts and reaches the instances of {@code petition-summary.bpmn}. The business key is the summary's id; one runs at
 * a time.
 */
@Component
class RuntimeSummaryProcess implements SummaryProcess {

    private final RuntimeService runtime;
    private final IdentityService identity;

    RuntimeSummaryProcess(RuntimeService runtime, IdentityService identity) {
        this.runtime = runtime;
        this.identity = identity;
    }

    @Override
    public void start(SummaryVersionDue due) {
        String message = due.reason() == SummaryReason.MONTH_ENDED ? "MonthEnded" : "MatterReclassified";
        inTheApplicationsName(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(due.summaryId())
                .setVariable(SummaryVariables.SUMMARY_ID.name(), due.summaryId())
                .setVariable(SummaryVariables.UNIT_ID.name(), due.rootUnitId())
                .setVariable(SummaryVariables.MONTH.name(), due.month().toString())
                .setVariable(SummaryVariables.REASON.name(), due.reason().name())
                .withoutTenantId()
                .correlateStartMessage());
    }

    @Override
    public boolean isRunning(String summaryId) {
        return inTheApplicationsName(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(SummaryVariables.DECLARED.processDefinitionKey())
                        .processInstanceBusinessKey(summaryId)
                        .count()
                > 0);
    }

    @Override
    public void outdated(String summaryId) {
        inTheApplicationsName(() -> {
            runtime.createMessageCorrelation("SummaryOutdated")
                    .processInstanceBusinessKey(summaryId)
                    .correlateAll();
            return null;
        });
    }

    /** The person who changed a matter's category need not have the right to send messages to processes. */
    private <T> T inTheApplicationsName(Supplier<T> work) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (person != null) {
                identity.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
            }
        }
    }
}
