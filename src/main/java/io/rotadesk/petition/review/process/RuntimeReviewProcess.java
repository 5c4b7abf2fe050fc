package io.rotadesk.petition.review.process;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.ModelGuard;
import io.rotadesk.engine.models.MatterReview;
import io.rotadesk.petition.review.Review;
import io.rotadesk.petition.review.ReviewProcess;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Starts and reaches the instances of {@code matter-review.bpmn}. The business key is the review's id. */
@Component
class RuntimeReviewProcess implements ReviewProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ModelGuard guard;
    private final Actor actor;

    RuntimeReviewProcess(RuntimeService runtime, TaskService tasks, ModelGuard guard, Actor actor) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.guard = guard;
        this.actor = actor;
    }

    @Override
    public void start(Review review) {
        actor.inTheApplicationsName(() -> {
            guard.run(
                    MatterReview.PROCESS,
                    () -> runtime.createMessageCorrelation(MatterReview.Message.REVIEW_ASKED)
                            .processInstanceBusinessKey(review.id().value())
                            .setVariable(
                                    ReviewVariables.REVIEW_ID.name(),
                                    review.id().value())
                            .setVariable(ReviewVariables.UNIT_ID.name(), review.unitId())
                            .withoutTenantId()
                            .correlateStartMessage());
            return true;
        });
    }

    @Override
    public void dueMoved(Review review) {
        actor.inTheApplicationsName(() -> {
            runtime.createProcessInstanceQuery()
                    .processDefinitionKey(MatterReview.PROCESS)
                    .processInstanceBusinessKey(review.id().value())
                    .list()
                    .forEach(instance -> runtime.setVariable(
                            instance.getId(),
                            ReviewVariables.DUE_AT.name(),
                            review.dueAt().toString()));
            tasks.createTaskQuery()
                    .processDefinitionKey(MatterReview.PROCESS)
                    .processInstanceBusinessKey(review.id().value())
                    .taskDefinitionKeyIn(
                            MatterReview.Task.REVIEW_MATTER,
                            MatterReview.Task.HOLD_HEARING,
                            MatterReview.Task.TELL_OPINION)
                    .list()
                    .forEach(task -> {
                        task.setDueDate(Date.from(review.dueAt()));
                        tasks.saveTask(task);
                    });
            return true;
        });
    }
}
