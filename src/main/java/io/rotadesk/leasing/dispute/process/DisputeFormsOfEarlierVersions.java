package io.rotadesk.leasing.dispute.process;

import io.rotadesk.engine.FormMarkdown;
import org.camunda.spin.json.SpinJsonNode;

/**
 * The values one by one, as models of earlier versions name them, whose disputes may still be open. A model of today has the
 * view of each form instead.
 */
public abstract class DisputeFormsOfEarlierVersions {

    public abstract DisputeViews.GiveStatement giveStatement(String disputeId);

    public abstract DisputeViews.DecideOwnership decideOwnership(String disputeId);

    public abstract DisputeViews.ReadDecision readDecision(String disputeId);

    public String customerLine(String disputeId) {
        return giveStatement(disputeId).customerLine().get();
    }

    public FormMarkdown claimLine(String disputeId) {
        return giveStatement(disputeId).claimLine();
    }

    public FormMarkdown historyLines(String disputeId) {
        return giveStatement(disputeId).historyLines().get();
    }

    public FormMarkdown pageLine(String disputeId) {
        return giveStatement(disputeId).pageLine();
    }

    public FormMarkdown ownerStatement(String disputeId) {
        return decideOwnership(disputeId).ownerStatement();
    }

    public FormMarkdown claimantLines(String disputeId) {
        return decideOwnership(disputeId).claimantLines().get();
    }

    public FormMarkdown ownerLines(String disputeId) {
        return decideOwnership(disputeId).ownerLines().get();
    }

    public FormMarkdown othersLines(String disputeId) {
        return decideOwnership(disputeId).othersLines().get();
    }

    public SpinJsonNode decisionOptions(String disputeId) {
        return decideOwnership(disputeId).decisionOptions().get();
    }

    public FormMarkdown decisionLines(String disputeId) {
        return readDecision(disputeId).decisionLines();
    }

    /** The value of a field that starts empty. */
    public String blank() {
        return null;
    }
}
