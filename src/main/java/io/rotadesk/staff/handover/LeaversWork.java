package io.rotadesk.staff.handover;

import io.rotadesk.staff.unit.UnitKind;

/** One kind of open work that names the agent who does it. Each module that keeps such work offers a bean. */
public interface LeaversWork {

    /** The kind of work, a word for pages: {@code tasks}, {@code visits} … */
    String kind();

    /** Whether units of that kind have such work. */
    default boolean isDoneIn(UnitKind unit) {
        return true;
    }

    /** How many pieces of this work the agent has. */
    int count(String unitId, String login);

    /** Gives all of it to the colleague; times stay as they are. Runs in the caller's transaction. */
    void give(String unitId, String from, String to);
}
