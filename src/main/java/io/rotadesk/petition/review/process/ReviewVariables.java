package io.rotadesk.petition.review.process;

import io.rotadesk.engine.ProcessContract;
import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.models.MatterReview;
import io.rotadesk.petition.review.ReviewId;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables of {@code matter-review.bpmn}: ids and decisions; what people write is in our tables only. */
final class ReviewVariables {

    static final ProcessVariable<String> REVIEW_ID = ProcessVariable.text("reviewId");
    /** The unit that reviews. */
    static final ProcessVariable<String> UNIT_ID = ProcessVariable.text("unitId");
    /** ISO instant at which the deadline passes; setting it restarts the watch. */
    static final ProcessVariable<String> DUE_AT = ProcessVariable.text("dueAt");
    /** Field of {@code review-matter}: {@code opinion} or {@code hearing}. */
    static final ProcessVariable<String> PROGRESS = ProcessVariable.text("progress");
    /** Field of {@code sign-opinion}: {@code sign} or {@code sendBack}. */
    static final ProcessVariable<String> DECISION = ProcessVariable.text("decision");
    /** {@code yes} if the first unit has to handle the matter again. */
    static final ProcessVariable<String> HANDLE_AGAIN = ProcessVariable.text("handleAgain");

    static final ProcessVariables DECLARED = ProcessVariables.of(
                    MatterReview.PROCESS, REVIEW_ID, UNIT_ID, DUE_AT, PROGRESS, DECISION, HANDLE_AGAIN)
            .needing(ProcessContract.startedBy(MatterReview.Message.REVIEW_ASKED)
                    .withTasks(
                            MatterReview.Task.REVIEW_MATTER,
                            MatterReview.Task.HOLD_HEARING,
                            MatterReview.Task.TELL_OPINION));

    private ReviewVariables() {}

    /** The review of a process, or of one of its tasks. */
    static ReviewId review(VariableScope scope) {
        return new ReviewId(REVIEW_ID.get(scope));
    }
}
