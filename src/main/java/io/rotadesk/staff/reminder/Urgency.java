package io.rotadesk.staff.reminder;

/** How far up a task stands in Tasklist: its priority in the engine, usually 50. */
public final class Urgency {

    private static final int LIFT = 25;

    private Urgency() {}

    /** @return the priority of a task that stands above those which were lifted once less */
    public static int lifted(int priority) {
        return priority + LIFT;
    }
}
