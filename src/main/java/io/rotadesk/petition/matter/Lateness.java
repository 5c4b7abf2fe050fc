package io.rotadesk.petition.matter;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Writes down that a deadline has passed (P4). The timer of the process does that as a rule; whoever plans, extends or closes a matter
 * before the timer has fired is late all the same.
 */
@Component
class Lateness {

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final MissedDeadlines missed;
    private final Clock clock;

    Lateness(MatterRows rows, MatterTimeline timeline, MissedDeadlines missed, Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.missed = missed;
        this.clock = clock;
    }

    /**
     * To be called before the deadline changes or ends.
     *
     * @return the matter as it is then
     */
    Matter noted(Matter held) {
        boolean late =
                held.isOpen() && held.dueAt() != null && clock.instant().isAfter(held.dueAt()) && !held.isOverdue();
        return late ? record(held, null) : held;
    }

    /** @param told the names of the leaders who are told, for the timeline; null if nobody is */
    Matter record(Matter held, String told) {
        Instant now = clock.instant();
        // The last day is over when the next one begins, a second after the deadline.
        Instant since = now.isAfter(held.dueAt()) ? now : held.dueAt().plusSeconds(1);
        Matter overdue = rows.save(held, held.missed(since));
        missed.add(overdue);
        timeline.add(overdue, TimelineKind.OVERDUE, null, told);
        return overdue;
    }
}
