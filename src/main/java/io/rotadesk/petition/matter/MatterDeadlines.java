package io.rotadesk.petition.matter;

import io.rotadesk.petition.workday.Deadlines;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides whether a matter is late (P4). A matter whose petitioner was told of more time in time is not overdue, and a closed one
 * never becomes overdue: the row itself decides, whatever happens at the same moment.
 */
@Service
@Transactional
public class MatterDeadlines {

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final Lateness lateness;
    private final Deadlines deadlines;
    private final Clock clock;

    MatterDeadlines(MatterRows rows, MatterTimeline timeline, Lateness lateness, Deadlines deadlines, Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.lateness = lateness;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The time at which the responsible person is reminded of the deadline; can be in the past. */
    public Instant remindAt(MatterId matterId) {
        Matter matter = rows.get(matterId);
        return deadlines.remindAt(matter.unitId(), matter.dueAt());
    }

    /** @return false if the responsible person was already reminded of this deadline */
    public boolean reminded(MatterId matterId) {
        Matter matter = rows.hold(matterId);
        boolean first = matter.isOpen() && !isReminded(matter);
        if (first) {
            timeline.add(matter, TimelineKind.REMINDED, null, lastDay(matter));
        }
        return first;
    }

    /** Whether the present deadline is near, and nobody was reminded of it yet. */
    public boolean isNear(MatterId matterId) {
        Matter matter = rows.hold(matterId);
        return matter.isOpen()
                && matter.dueAt() != null
                && !remindAt(matterId).isAfter(clock.instant())
                && !isReminded(matter);
    }

    /** Whether the present deadline has passed, and this was not recorded yet. */
    public boolean isMissed(MatterId matterId) {
        Matter matter = rows.hold(matterId);
        return matter.isOpen()
                && matter.dueAt() != null
                && !matter.dueAt().isAfter(clock.instant())
                && !matter.isOverdue();
    }

    private boolean isReminded(Matter matter) {
        String day = lastDay(matter);
        return timeline.of(matter.id()).stream()
                .filter(entry -> matter.reopenedAt() == null || !entry.at().isBefore(matter.reopenedAt()))
                .anyMatch(entry -> entry.kind() == TimelineKind.REMINDED && day.equals(entry.text()));
    }

    private String lastDay(Matter matter) {
        return deadlines.lastDay(matter.unitId(), matter.dueAt()).toString();
    }

    /**
     * Marks the matter as overdue, once for each deadline.
     *
     * @param told the leaders' names, for the timeline
     * @return false if the matter is closed, has another deadline by now, or was overdue before
     */
    public boolean overdue(MatterId matterId, Instant dueAt, String told) {
        Instant now = clock.instant();
        Matter matter = rows.hold(matterId);
        boolean late = matter.isOpen() && dueAt.equals(matter.dueAt()) && !dueAt.isAfter(now) && !matter.isOverdue();
        if (late) {
            lateness.record(matter, told);
        }
        return late;
    }
}
