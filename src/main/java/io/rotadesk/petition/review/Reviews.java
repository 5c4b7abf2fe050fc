package io.rotadesk.petition.review;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterChanged;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterTimeline;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.platform.input.SafeText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reviews of answers by the next level up (articles 35 and 36): entering requests, finding reviews. What happens to one is in
 * {@link ReviewSteps}. The caller decides who may enter a request.
 */
@Service("reviewRegister")
@Transactional
public class Reviews {

    static final int LONGEST_TEXT = 4_000;

    private final ReviewRows rows;
    private final AnswerStandings standings;
    private final ReviewLimits limits;
    private final ReviewNotices notices;
    private final ReviewProcess process;
    private final Matters matters;
    private final MatterTimeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reviews(
            ReviewRows rows,
            AnswerStandings standings,
            ReviewLimits limits,
            ReviewNotices notices,
            ReviewProcess process,
            Matters matters,
            MatterTimeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.standings = standings;
        this.limits = limits;
        this.notices = notices;
        this.process = process;
        this.matters = matters;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enters a petitioner's request and starts its review at the next level up. One that came after its last day can only be
     * refused there, in writing.
     *
     * @param askedOn the day on which the request came in
     * @param request what they want, and why
     * @param byUnit the unit for which the person enters it
     * @throws ReviewRefusal naming the field
     */
    public Review ask(MatterId matterId, LocalDate askedOn, String request, String by, String byUnit) {
        // A petitioner may come back with it at the same moment, which reopens it.
        Matter matter = matters.hold(matterId);
        AnswerStanding standing = standings.of(matter);
        requireAskable(matter, standing);
        if (standing.above() == null) {
            throw new ReviewRefusal("askedOn", "askedOn.nobodyAbove", standing.ofUnit());
        }
        String unitId = standing.above().id();
        if (askedOn == null) {
            throw new ReviewRefusal("askedOn", "askedOn.missing");
        }
        if (askedOn.isBefore(standing.told())) {
            throw new ReviewRefusal("askedOn", "askedOn.early", standing.told().toString());
        }
        if (askedOn.isAfter(limits.day(unitId, clock.instant()))) {
            throw new ReviewRefusal("askedOn", "askedOn.future");
        }
        Request asked = new Request(askedOn, standing.until(), text("request", request), by, clock.instant());
        Review review = rows.add(Review.asked(
                        new ReviewId(UUID.randomUUID().toString()),
                        matterId,
                        standing.next(),
                        unitId,
                        standing.ofUnit(),
                        matter.reopened(),
                        asked,
                        limits.dueAt(unitId, matter, askedOn)))
                .orElseThrow(() -> new ReviewRefusal("askedOn", "askedOn.underReview"));
        timeline.add(
                matterId,
                review.stage() == Stage.REVIEW ? TimelineKind.REVIEW_ASKED : TimelineKind.RECHECK_ASKED,
                by,
                byUnit,
                asked.request());
        process.start(review);
        notices.asked(review);
        events.publishEvent(new MatterChanged(matterId, matter.unitId()));
        return review;
    }

    private static void requireAskable(Matter matter, AnswerStanding standing) {
        if (standing.open() != null) {
            throw new ReviewRefusal("askedOn", "askedOn.underReview");
        }
        if (!standing.canBeAsked() || matter.erasedAt() != null) {
            throw new ReviewRefusal("askedOn", standing.isFinal() ? "askedOn.final" : "askedOn.noAnswer");
        }
    }

    /** @throws ReviewRefusal if there is none, or it is too long */
    static String text(String field, String typed) {
        String text = SafeText.orNull(typed);
        if (text == null) {
            throw new ReviewRefusal(field, field + ".missing");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new ReviewRefusal(field, "text.long", LONGEST_TEXT);
        }
        return text;
    }

    @Transactional(readOnly = true)
    public Optional<Review> find(ReviewId id) {
        return rows.find(id);
    }

    /** @throws java.util.NoSuchElementException if there is none */
    @Transactional(readOnly = true)
    public Review get(ReviewId id) {
        return rows.get(id);
    }

    /** All reviews of a matter, oldest first. */
    @Transactional(readOnly = true)
    public List<Review> of(MatterId matterId) {
        return rows.of(matterId);
    }

    /**
     * What each of these units had to review, those with nothing left out.
     *
     * @param to the end of the time, which it does not include
     */
    @Transactional(readOnly = true)
    public List<UnitReviews> counted(Collection<String> unitIds, Instant from, Instant to) {
        return rows.counted(unitIds, from, to);
    }

    /** The reviews that these units have to do, the first due first. */
    @Transactional(readOnly = true)
    public List<Review> open(Collection<String> unitIds, int atMost) {
        return rows.open(unitIds, atMost);
    }
}
