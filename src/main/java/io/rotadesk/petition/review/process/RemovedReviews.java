package io.rotadesk.petition.review.process;

import io.rotadesk.engine.RemovedInstances;
import io.rotadesk.petition.review.ReviewSteps;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Reacts when somebody removes the process of a review: the leader is told, and the request can be entered again. */
@Component
class RemovedReviews implements RemovedInstances {

    private static final String PROCESS = ReviewVariables.DECLARED.processDefinitionKey();

    private final ReviewSteps steps;
    private final Troubles troubles;

    RemovedReviews(ReviewSteps steps, Troubles troubles) {
        this.steps = steps;
        this.troubles = troubles;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public void removed(DelegateExecution instance) {
        ReviewVariables.REVIEW_ID.find(instance).ifPresent(id -> steps.abandoned(ReviewVariables.review(instance)));
        ReviewVariables.UNIT_ID
                .find(instance)
                .ifPresent(unitId ->
                        troubles.note(unitId, PROCESS, null, TroubleKind.REMOVED, instance.getProcessBusinessKey()));
    }
}
