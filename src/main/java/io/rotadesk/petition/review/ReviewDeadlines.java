package io.rotadesk.petition.review;

import io.rotadesk.petition.matter.MatterTimeline;
import io.rotadesk.petition.matter.TimelineKind;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides whether a review is late: the row itself decides. While a hearing goes on, the limit does not run. */
@Service
@Transactional
public class ReviewDeadlines {

    private final ReviewRows rows;
    private final ReviewLimits limits;
    private final ReviewNotices notices;
    private final MatterTimeline timeline;
    private final Clock clock;

    ReviewDeadlines(ReviewRows rows, ReviewLimits limits, ReviewNotices notices, MatterTimeline timeline, Clock clock) {
        this.rows = rows;
        this.limits = limits;
        this.notices = notices;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The time at which the reviewer is reminded of the deadline; can be in the past. */
    public Instant remindAt(ReviewId id) {
        return limits.remindAt(rows.get(id));
    }

    /** By when somebody has to name who reviews, or to sign, from now on. */
    public Instant stepDue(ReviewId id) {
        return limits.stepDue(rows.get(id), clock.instant());
    }

    /** Whether the present deadline is near, and nobody was reminded of it yet. */
    public boolean isNear(ReviewId id) {
        Review review = rows.hold(id);
        return runs(review)
                && !limits.remindAt(review).isAfter(clock.instant())
                && !review.dueAt().equals(review.due().remindedOf());
    }

    /** Reminds of the present deadline, once. */
    public void reminded(ReviewId id) {
        if (isNear(id)) {
            Review review = rows.hold(id);
            Review reminded = rows.save(review, review.reminded());
            add(reminded, TimelineKind.REVIEW_REMINDED);
            notices.near(reminded);
        }
    }

    /** Whether the present deadline has passed, and this was not recorded yet. */
    public boolean isMissed(ReviewId id) {
        Review review = rows.hold(id);
        return runs(review) && !review.dueAt().isAfter(clock.instant()) && !review.isOverdue();
    }

    /** Marks the review as overdue, once for each deadline. */
    public void overdue(ReviewId id) {
        if (isMissed(id)) {
            Review review = rows.hold(id);
            Instant now = clock.instant();
            // The last day is over when the next one begins, a second after the deadline.
            Review missed = rows.save(
                    review,
                    review.missed(
                            now.isAfter(review.dueAt()) ? now : review.dueAt().plusSeconds(1)));
            add(missed, TimelineKind.REVIEW_OVERDUE);
            notices.late(missed);
        }
    }

    private boolean runs(Review review) {
        return review.isOpen() && !review.hearing().goesOn(limits.day(review.unitId(), clock.instant()));
    }

    private void add(Review review, TimelineKind kind) {
        timeline.add(
                review.matterId(),
                kind,
                null,
                review.unitId(),
                limits.lastDay(review).toString());
    }
}
