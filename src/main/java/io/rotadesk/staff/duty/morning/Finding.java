package io.rotadesk.staff.duty.morning;

import io.rotadesk.staff.unit.Queue;
import java.util.List;

/**
 * Something about a day that the manager should decide on (L1.1).
 *
 * @param queue null if the finding concerns no queue
 * @param names the names of people, or the sizes of the teams
 */
public record Finding(Kind kind, Queue queue, List<String> names) {

    /** The kinds of findings. */
    public enum Kind {
        /** None of the queue's people is here today. */
        NOBODY,
        /** Only one of the queue's people is here today. */
        ONE,
        /** The sizes of the teams differ by more than one. */
        UNEVEN,
        /** People joined, or changed teams, after the day's first contact. */
        ROSTER_CHANGED
    }

    public Finding {
        names = List.copyOf(names);
    }

    /**
     * A short mark, for comparing findings of two days. It leaves the queue out: a person who is alone in one queue
     * today is alone in the other tomorrow.
     */
    String mark() {
        return kind + (kind == Kind.NOBODY ? ":" + queue : "") + ":" + String.join(",", names);
    }
}
