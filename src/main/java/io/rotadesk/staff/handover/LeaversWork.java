package io.rotadesk.staff.handover;

import io.rotadesk.staff.unit.UnitKind;

/** Open work that names the agent who does it, in one place of the application. Each place offers a bean. */
public interface LeaversWork {

    /** What kind of work it is, a word for pages: {@code tasks}, {@code visits} … */
    String kind();

    /** Whether there is such work in units of that kind. */
    default boolean isDoneIn(UnitKind unit) {
        return true;
    }

    /** How much of it is the agent's. */
    int count(String unitId, String login);

    /** All of it is the colleague's from now on; times stay as they are. Belongs to the caller's transaction. */
    void give(String unitId, String from, String to);
}
