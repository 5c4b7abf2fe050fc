package io.rotadesk.petition.review;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterChanged;
import io.rotadesk.petition.matter.MatterTimeline;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.Reopenings;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.unit.Agents;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a review. Each method is one step of the process and runs in its transaction. */
@Service
@Transactional
public class ReviewSteps {

    /** A hearing comes to an end. */
    private static final int LONGEST_HEARING = 366;

    private final ReviewRows rows;
    private final ReviewLimits limits;
    private final ReviewNotices notices;
    private final ReviewPeople people;
    private final ReviewDeadlines deadlines;
    private final Matters matters;
    private final MatterTimeline timeline;
    private final Reopenings reopenings;
    private final ReviewWording words;
    private final Agents agents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReviewSteps(
            ReviewRows rows,
            ReviewLimits limits,
            ReviewNotices notices,
            ReviewPeople people,
            ReviewDeadlines deadlines,
            Matters matters,
            MatterTimeline timeline,
            Reopenings reopenings,
            ReviewWording words,
            Agents agents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.limits = limits;
        this.notices = notices;
        this.people = people;
        this.deadlines = deadlines;
        this.matters = matters;
        this.timeline = timeline;
        this.reopenings = reopenings;
        this.words = words;
        this.agents = agents;
        this.events = events;
        this.clock = clock;
    }

    /** @throws ReviewRefusal if that person cannot review it */
    public void name(ReviewId id, String login, String by) {
        Review review = rows.hold(id);
        if (login == null
                || people.reviewers(id).stream()
                        .noneMatch(agent -> agent.login().equals(login))) {
            throw new ReviewRefusal("reviewer", "reviewer.unknown");
        }
        Review given = rows.save(review, review.given(login, clock.instant()));
        add(given, TimelineKind.REVIEWER_NAMED, by, agents.name(login));
        notices.given(given);
    }

    /**
     * A hearing is held from this day on, within the limit: until it is over the limit does not run.
     *
     * @throws ReviewRefusal naming the field; also if there was a hearing already, or the request is late
     */
    public void hears(ReviewId id, LocalDate begins, String by) {
        Review review = rows.hold(id);
        if (begins == null) {
            throw new ReviewRefusal("hearingBegins", "hearingBegins.missing");
        }
        if (review.hearingBegins() != null) {
            throw new ReviewRefusal("progress", "progress.heard");
        }
        if (review.isLate()) {
            throw new ReviewRefusal("progress", "progress.late");
        }
        LocalDate last = limits.lastDay(review).isBefore(today(review)) ? today(review) : limits.lastDay(review);
        if (begins.isBefore(review.askedOn()) || begins.isAfter(last)) {
            throw new ReviewRefusal(
                    "hearingBegins", "hearingBegins.wrong", review.askedOn().toString(), last.toString());
        }
        Review heard = rows.save(review, review.hears(begins));
        add(heard, TimelineKind.HEARING_BEGUN, by, begins.toString());
    }

    /**
     * The hearing is over: its days are left out, and the deadline is that much later.
     *
     * @throws ReviewRefusal if it cannot have ended then
     */
    public void heard(ReviewId id, LocalDate ends, String notes, String by) {
        Review review = rows.hold(id);
        if (ends == null) {
            throw new ReviewRefusal("hearingEnds", "hearingEnds.missing");
        }
        if (ends.isBefore(review.hearingBegins())
                || ends.isAfter(today(review))
                || ends.isAfter(review.hearingBegins().plusDays(LONGEST_HEARING))) {
            throw new ReviewRefusal(
                    "hearingEnds", "hearingEnds.wrong", review.hearingBegins().toString());
        }
        Review heard = review.heard(ends, SafeText.orNull(notes));
        Review moved = rows.save(review, heard.dueMoved(limits.dueAt(heard)));
        add(moved, TimelineKind.HEARING_OVER, by, review.hearingBegins() + "～" + ends + "→" + limits.lastDay(moved));
    }

    /**
     * Writes the opinion, which then waits for a leader's signature.
     *
     * @throws ReviewRefusal naming the field; a request that was late can only be refused, and one that was not cannot
     */
    public void write(ReviewId id, Outcome outcome, String opinion, String by) {
        Review review = rows.hold(id);
        if (outcome == null) {
            throw new ReviewRefusal("outcome", "outcome.missing");
        }
        if (review.isLate() != (outcome == Outcome.LATE)) {
            throw new ReviewRefusal(
                    "outcome",
                    review.isLate() ? "outcome.late" : "outcome.inTime",
                    review.askBy().toString());
        }
        Opinion written = new Opinion(outcome, Reviews.text("opinion", opinion), by, clock.instant(), null);
        Review saved = rows.save(review, review.written(written));
        add(saved, TimelineKind.OPINION_WRITTEN, by, words.outcome(outcome));
        notices.toSign(saved);
    }

    public void sign(ReviewId id, String by) {
        Review review = rows.hold(id);
        Review signed = rows.save(review, review.signed(by, clock.instant()));
        add(signed, TimelineKind.OPINION_SIGNED, by, words.outcome(signed.outcome()));
        notices.answered(signed, by);
    }

    /** @throws ReviewRefusal if no reason is given */
    public void sendBack(ReviewId id, String why, String by) {
        Review review = rows.hold(id);
        Review back = rows.save(review, review.sentBack(Reviews.text("remarks", why)));
        add(back, TimelineKind.OPINION_SENT_BACK, by, back.sentBackWhy());
        notices.answered(back, by);
    }

    /**
     * The petitioner was told the opinion.
     *
     * @return whether the first unit has to handle the matter again
     * @throws ReviewRefusal naming the field
     */
    public boolean told(ReviewId id, String how, Instant at, String by) {
        Review review = rows.hold(id);
        if (how == null) {
            throw new ReviewRefusal("toldHow", "toldHow.missing");
        }
        if (at == null) {
            throw new ReviewRefusal("toldAt", "toldAt.missing");
        }
        if (at.isAfter(clock.instant()) || at.isBefore(review.signedAt().truncatedTo(ChronoUnit.MINUTES))) {
            throw new ReviewRefusal("toldAt", "toldAt.wrong");
        }
        if (at.isAfter(review.dueAt())) {
            // Its timer may not have fired yet.
            deadlines.overdue(id);
            review = rows.hold(id);
        }
        Review told = rows.save(review, review.told(how, at, by, clock.instant()));
        add(
                told,
                told.stage() == Stage.REVIEW ? TimelineKind.REVIEW_TOLD : TimelineKind.RECHECK_TOLD,
                by,
                words.outcome(told.outcome()));
        notices.over(told);
        return told.outcome().reopens();
    }

    /** The first unit handles the matter again, as the opinion says; how it ended before stays on record. */
    public void reopenMatter(ReviewId id) {
        Review review = rows.get(id);
        reopenings.ordered(
                review.matterId(),
                review.signedBy(),
                words.stage(review.stage()) + "：" + words.outcome(review.outcome()));
    }

    /** Its process was removed: the request can be entered again. */
    public void abandoned(ReviewId id) {
        rows.find(id).filter(Review::isOpen).ifPresent(review -> {
            Review gone = rows.save(review, review.abandoned(clock.instant()));
            add(gone, TimelineKind.REVIEW_ABANDONED, null, null);
            notices.settle(gone);
        });
    }

    private LocalDate today(Review review) {
        return limits.day(review.unitId(), clock.instant());
    }

    private void add(Review review, TimelineKind kind, String by, String text) {
        timeline.add(review.matterId(), kind, by, review.unitId(), text);
        Matter matter = matters.get(review.matterId());
        events.publishEvent(new MatterChanged(matter.id(), matter.unitId()));
    }
}
