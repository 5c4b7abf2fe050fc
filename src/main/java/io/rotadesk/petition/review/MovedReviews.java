package io.rotadesk.petition.review;

import io.rotadesk.petition.matter.MatterTimeline;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.petition.workday.CalendarChanged;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deadlines of reviews that have not passed move with the calendar, in the transaction that changes it. */
@Component
class MovedReviews {

    private static final int AT_ONCE = 10_000;

    private final ReviewRows rows;
    private final ReviewLimits limits;
    private final ReviewProcess process;
    private final Deadlines deadlines;
    private final Matters matters;
    private final MatterTimeline timeline;
    private final Notices notices;
    private final Units units;
    private final Clock clock;

    MovedReviews(
            ReviewRows rows,
            ReviewLimits limits,
            ReviewProcess process,
            Deadlines deadlines,
            Matters matters,
            MatterTimeline timeline,
            Notices notices,
            Units units,
            Clock clock) {
        this.rows = rows;
        this.limits = limits;
        this.process = process;
        this.deadlines = deadlines;
        this.matters = matters;
        this.timeline = timeline;
        this.notices = notices;
        this.units = units;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void changed(CalendarChanged change) {
        List<String> unitIds = Stream.concat(
                        Stream.of(change.unitId()),
                        units.below(change.unitId()).stream().map(Unit::id))
                .toList();
        rows.open(unitIds, AT_ONCE).forEach(this::move);
    }

    private void move(Review seen) {
        Review review = rows.hold(seen.id());
        LocalDate today = limits.day(review.unitId(), clock.instant());
        LocalDate last = limits.of(review).last();
        Instant to = deadlines.endOf(review.unitId(), last.isBefore(today) ? today : last);
        if (!review.isOpen() || !review.dueAt().isAfter(clock.instant()) || to.equals(review.dueAt())) {
            return;
        }
        LocalDate from = limits.lastDay(review);
        Review moved = rows.save(review, review.dueMoved(to));
        timeline.add(
                moved.matterId(),
                TimelineKind.DEADLINE_MOVED,
                null,
                moved.unitId(),
                from + " → " + limits.lastDay(moved));
        process.dueMoved(moved);
        if (moved.reviewer() != null) {
            notices.tellAgain(
                    NoticeKind.DEADLINE_MOVED,
                    moved.unitId(),
                    moved.reviewer(),
                    moved.id().value(),
                    "/desk/matters/" + moved.matterId() + "#reviews",
                    matters.get(moved.matterId()).number(),
                    from.toString(),
                    limits.lastDay(moved).toString());
        }
    }
}
