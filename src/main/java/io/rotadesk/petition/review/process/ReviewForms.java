package io.rotadesk.petition.review.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.petition.review.Outcome;
import io.rotadesk.petition.review.Review;
import io.rotadesk.petition.review.ReviewDeadlines;
import io.rotadesk.petition.review.ReviewId;
import io.rotadesk.petition.review.ReviewPeople;
import io.rotadesk.petition.review.Reviews;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** The values for {@code matter-review.bpmn} and its forms: the bean {@code reviews} of models. */
@ModelBean("reviews")
public class ReviewForms {

    private final Reviews register;
    private final ReviewPeople people;
    private final ReviewDeadlines deadlines;
    private final ReviewTexts texts;

    ReviewForms(Reviews register, ReviewPeople people, ReviewDeadlines deadlines, ReviewTexts texts) {
        this.register = register;
        this.people = people;
        this.deadlines = deadlines;
        this.texts = texts;
    }

    /** The leaders and deputies of the unit that reviews; without those who would judge their own work, if there are others. */
    public List<String> leaders(String reviewId) {
        return people.leaders(new ReviewId(reviewId));
    }

    public String reviewer(String reviewId) {
        return review(reviewId).reviewer();
    }

    public Date deadline(String reviewId) {
        return Date.from(review(reviewId).dueAt());
    }

    public Date remindAt(String reviewId) {
        return Date.from(deadlines.remindAt(new ReviewId(reviewId)));
    }

    public boolean deadlineNear(String reviewId) {
        return deadlines.isNear(new ReviewId(reviewId));
    }

    public boolean deadlinePassed(String reviewId) {
        return deadlines.isMissed(new ReviewId(reviewId));
    }

    /** By when a step has to be taken that others wait for. */
    public Date stepDue(String reviewId) {
        return Date.from(deadlines.stepDue(new ReviewId(reviewId)));
    }

    public SpinJsonNode reviewerOptions(String reviewId) {
        return Spin.JSON(people.reviewers(new ReviewId(reviewId)).stream()
                .map(agent -> option(agent.login(), agent.name()))
                .toList());
    }

    /** A request that came too late can only be refused. */
    public SpinJsonNode outcomeOptions(String reviewId) {
        boolean late = review(reviewId).isLate();
        return Spin.JSON(Stream.of(Outcome.values())
                .filter(outcome -> late == (outcome == Outcome.LATE))
                .map(outcome -> option(outcome.name(), texts.outcome(outcome)))
                .toList());
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    /** The stage, the matter's number and the unit whose answer it is. */
    public String reviewLine(String reviewId) {
        return texts.line(review(reviewId));
    }

    /** What the petitioner wants, and whether the request came in time. */
    public FormMarkdown requestText(String reviewId) {
        return texts.request(review(reviewId));
    }

    /** What they were told before. */
    public FormMarkdown answerText(String reviewId) {
        return texts.answer(review(reviewId));
    }

    /** The last day, and what of the time a hearing leaves out. */
    public FormMarkdown limitText(String reviewId) {
        return texts.limit(review(reviewId));
    }

    /** Why the leader sent the opinion back; empty unless they did. */
    public FormMarkdown sentBackText(String reviewId) {
        return texts.sentBack(review(reviewId));
    }

    public FormMarkdown opinionText(String reviewId) {
        return texts.opinion(review(reviewId));
    }

    /** The opinion as it was written before it was sent back. */
    public String opinion(String reviewId) {
        return review(reviewId).opinion();
    }

    /** The outcome that was chosen before the opinion was sent back; the only one if the request is late. */
    public String outcome(String reviewId) {
        Review review = review(reviewId);
        if (review.outcome() != null) {
            return review.outcome().name();
        }
        return review.isLate() ? Outcome.LATE.name() : null;
    }

    private Review review(String reviewId) {
        return register.get(new ReviewId(reviewId));
    }
}
