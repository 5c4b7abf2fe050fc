package io.rotadesk.petition.summary.process;

import io.rotadesk.engine.ProcessContract;
import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.models.PetitionSummary;

/** The variables of {@code petition-summary.bpmn}; the analysis is in our tables only. */
final class SummaryVariables {

    static final ProcessVariable<String> SUMMARY_ID = ProcessVariable.text("summaryId");
    /** The unit at the top of the tree. */
    static final ProcessVariable<String> UNIT_ID = ProcessVariable.text("unitId");
    /** {@code 2026-11}; a field of {@code compile-summary} too. */
    static final ProcessVariable<String> MONTH = ProcessVariable.text("month");

    static final ProcessVariable<Long> VERSION = ProcessVariable.number("version");
    /** A {@link io.rotadesk.petition.summary.SummaryReason}. */
    static final ProcessVariable<String> REASON = ProcessVariable.text("reason");
    /** Field of {@code sign-off-summary}: {@code sign} or {@code compileAgain}. */
    static final ProcessVariable<String> DECISION = ProcessVariable.text("decision");

    static final ProcessVariables DECLARED = ProcessVariables.of(
                    PetitionSummary.PROCESS, SUMMARY_ID, UNIT_ID, MONTH, VERSION, REASON, DECISION)
            .needing(ProcessContract.startedBy(
                            PetitionSummary.Message.MONTH_ENDED, PetitionSummary.Message.MATTER_RECLASSIFIED)
                    .orByHand()
                    .told(PetitionSummary.Message.SUMMARY_OUTDATED)
                    .withTasks(PetitionSummary.Task.SIGN_OFF_SUMMARY));

    private SummaryVariables() {}
}
