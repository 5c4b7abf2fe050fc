package io.rotadesk.petition.review.process;

import static io.rotadesk.petition.review.process.ReviewVariables.DECISION;
import static io.rotadesk.petition.review.process.ReviewVariables.DUE_AT;
import static io.rotadesk.petition.review.process.ReviewVariables.HANDLE_AGAIN;
import static io.rotadesk.petition.review.process.ReviewVariables.PROGRESS;
import static io.rotadesk.petition.review.process.ReviewVariables.review;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.SubmittedForm;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.petition.review.Outcome;
import io.rotadesk.petition.review.ReviewId;
import io.rotadesk.petition.review.ReviewRefusal;
import io.rotadesk.petition.review.ReviewSteps;
import io.rotadesk.petition.review.ReviewWording;
import io.rotadesk.petition.review.Reviews;
import io.rotadesk.platform.input.BadField;
import io.rotadesk.staff.unit.Units;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The effects of the forms of a review: their texts go to our tables, and are deleted with the task. */
@Configuration(proxyBeanMethods = false)
class ReviewFormEffects {

    private static final String HEARING = "hearing";
    private static final String SIGN = "sign";

    private final Reviews reviews;
    private final Units units;
    private final Actor actor;
    private final ReviewWording words;

    ReviewFormEffects(Reviews reviews, Units units, Actor actor, ReviewWording words) {
        this.reviews = reviews;
        this.units = units;
        this.actor = actor;
        this.words = words;
    }

    /** A form about a review as it was sent. */
    private record Sent(ReviewId id, DelegateTask task, SubmittedForm form, String by, ZoneId zone) {}

    @Bean
    @ModelBean("saveReviewer")
    TaskListener saveReviewer(ReviewSteps steps) {
        return form(sent -> steps.name(sent.id(), sent.form().text(Fields.REVIEWER), sent.by()));
    }

    @Bean
    @ModelBean("saveReviewProgress")
    TaskListener saveReviewProgress(ReviewSteps steps) {
        return form(sent -> {
            if (HEARING.equals(PROGRESS.get(sent.task()))) {
                steps.hears(sent.id(), sent.form().date(Fields.HEARING_BEGINS), sent.by());
            } else {
                steps.write(sent.id(), outcome(sent), sent.form().text(Fields.OPINION), sent.by());
            }
        });
    }

    private static Outcome outcome(Sent sent) {
        String chosen = sent.form().text(Fields.OUTCOME);
        return chosen == null ? null : Outcome.valueOf(chosen);
    }

    /** The watch begins again, whether its days have moved the last one or not: it may have met the hearing. */
    @Bean
    @ModelBean("saveHearing")
    TaskListener saveHearing(ReviewSteps steps) {
        return form(sent -> {
            steps.heard(
                    sent.id(),
                    sent.form().date(Fields.HEARING_ENDS),
                    sent.form().text(Fields.HEARING_NOTES),
                    sent.by());
            DUE_AT.set(sent.task(), reviews.get(sent.id()).dueAt().toString());
        });
    }

    @Bean
    @ModelBean("saveOpinionDecision")
    TaskListener saveOpinionDecision(ReviewSteps steps) {
        return form(sent -> {
            if (SIGN.equals(DECISION.get(sent.task()))) {
                steps.sign(sent.id(), sent.by());
            } else {
                steps.sendBack(sent.id(), sent.form().text(Fields.REMARKS), sent.by());
            }
        });
    }

    @Bean
    @ModelBean("saveOpinionTold")
    TaskListener saveOpinionTold(ReviewSteps steps) {
        return form(sent -> {
            boolean again = steps.told(
                    sent.id(),
                    sent.form().text(Fields.TOLD_HOW),
                    sent.form().time(Fields.TOLD_AT, sent.zone()),
                    sent.by());
            HANDLE_AGAIN.set(sent.task(), again ? "yes" : "no");
        });
    }

    private TaskListener form(Consumer<Sent> saving) {
        return task -> {
            ReviewId id = review(task);
            ZoneId zone = units.get(reviews.get(id).unitId()).settings().zone();
            try {
                saving.accept(new Sent(id, task, new SubmittedForm(task), actor.loginOr(task), zone));
            } catch (ReviewRefusal refusal) {
                throw refused(refusal);
            }
        };
    }

    private RefusedException refused(ReviewRefusal refusal) {
        String why = words.toReader(refusal.key(), refusal.arguments());
        return new RefusedException(
                words.toReader("refused", words.toReader("field." + refusal.field()), why),
                new BadField(refusal.field(), why));
    }
}
