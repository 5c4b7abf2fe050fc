package io.rotadesk.leasing.dispute.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.FormView;
import io.rotadesk.engine.models.Fields;
import java.util.function.Supplier;
import org.camunda.spin.json.SpinJsonNode;

/**
 * What the forms of {@code ownership-dispute.bpmn} show, one view for each. In all of them {@code customerLine} is the
 * customer's name and numbers, and {@code pageLine} the address of the page that shows everything.
 */
public final class DisputeViews {

    private DisputeViews() {}

    /**
     * @param claimLine the claimant, the time of the claim, and the reason
     * @param historyLines the customer's agents, from when to when and why, and the present end of validity
     */
    @FormView.Entries(Fields.STATEMENT)
    public record GiveStatement(
            Supplier<String> customerLine,
            FormMarkdown claimLine,
            Supplier<FormMarkdown> historyLines,
            FormMarkdown pageLine)
            implements FormView {}

    /**
     * @param claimLine as in {@link GiveStatement}, like {@code historyLines}
     * @param ownerStatement the owner's statement, or that there is none yet
     * @param claimantLines the claimant's calls, visits and follow-ups, with what was known when each began
     * @param ownerLines the same for the customer's agent
     * @param othersLines the same for everybody else, with names: a helper who received, a colleague who covered
     * @param decisionOptions the three possible decisions, with the names
     */
    @FormView.Entries({Fields.DECISION, Fields.DECISION_REASON})
    public record DecideOwnership(
            Supplier<String> customerLine,
            FormMarkdown claimLine,
            FormMarkdown ownerStatement,
            Supplier<FormMarkdown> historyLines,
            Supplier<FormMarkdown> claimantLines,
            Supplier<FormMarkdown> ownerLines,
            Supplier<FormMarkdown> othersLines,
            FormMarkdown pageLine,
            Supplier<SpinJsonNode> decisionOptions)
            implements FormView {}

    /** @param decisionLines the outcome, the decider and the reason */
    public record ReadDecision(Supplier<String> customerLine, FormMarkdown decisionLines, FormMarkdown pageLine)
            implements FormView {}
}
