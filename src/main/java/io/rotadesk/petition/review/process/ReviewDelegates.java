package io.rotadesk.petition.review.process;

import static io.rotadesk.petition.review.process.ReviewVariables.DUE_AT;
import static io.rotadesk.petition.review.process.ReviewVariables.review;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.ModelKey;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.petition.review.Review;
import io.rotadesk.petition.review.ReviewDeadlines;
import io.rotadesk.petition.review.ReviewId;
import io.rotadesk.petition.review.ReviewSteps;
import io.rotadesk.petition.review.Reviews;
import io.rotadesk.staff.reminder.Urgency;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code matter-review.bpmn}: each hands one step on. */
@Configuration(proxyBeanMethods = false)
class ReviewDelegates {

    @Bean
    ProcessVariables reviewVariables() {
        return ReviewVariables.DECLARED;
    }

    @Bean
    ModelKey reviewKey(ObjectProvider<Reviews> reviews) {
        return ModelKey.ofUnit(
                "reviewId", id -> reviews.getObject().find(new ReviewId(id)).map(Review::unitId));
    }

    /** The deadline that the review has when it begins. */
    @Bean
    @ModelBean("watchReview")
    JavaDelegate watchReview(Reviews reviews) {
        return execution ->
                DUE_AT.set(execution, reviews.get(review(execution)).dueAt().toString());
    }

    @Bean
    @ModelBean("remindReviewer")
    JavaDelegate remindReviewer(ReviewDeadlines deadlines, TaskService tasks) {
        return execution -> {
            deadlines.reminded(review(execution));
            lift(execution, tasks);
        };
    }

    @Bean
    @ModelBean("recordReviewOverdue")
    JavaDelegate recordReviewOverdue(ReviewDeadlines deadlines, TaskService tasks) {
        return execution -> {
            deadlines.overdue(review(execution));
            lift(execution, tasks);
        };
    }

    private static void lift(DelegateExecution execution, TaskService tasks) {
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()
                .forEach(task -> tasks.setPriority(task.getId(), Urgency.lifted(task.getPriority())));
    }

    @Bean
    @ModelBean("reopenReviewedMatter")
    JavaDelegate reopenReviewedMatter(ReviewSteps steps) {
        return execution -> steps.reopenMatter(review(execution));
    }
}
