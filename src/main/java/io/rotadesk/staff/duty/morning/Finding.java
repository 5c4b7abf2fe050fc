package io.rotadesk.staff.duty.morning;

import io.rotadesk.staff.unit.Queue;
import java.util.List;

/**
 * Something about a day that the manager should decide on (L1.1).
 *
 * @param queue null if it is about no queue
 * @param names of people, or the sizes of the teams
 */
public record Finding(Kind kind, Queue queue, List<String> names) {

    /** What can be wrong with a day. */
    public enum Kind {
        /** Nobody of the queue's people is here today. */
        NOBODY,
        /** Only one of the queue's people is here today. */
        ONE,
        /** The teams differ by more than one. */
        UNEVEN,
        /** People who joined, or changed teams, after the day's first contact. */
        ROSTER_CHANGED
    }

    public Finding {
        names = List.copyOf(names);
    }

    /** Short, for comparing with what was found before; who is alone today is so tomorrow, in the other queue. */
    String mark() {
        return kind + (kind == Kind.NOBODY ? ":" + queue : "") + ":" + String.join(",", names);
    }
}
