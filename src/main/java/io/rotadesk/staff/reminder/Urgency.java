package io.rotadesk.staff.reminder;

/** The place of a task in Tasklist, which is its priority in the engine, usually 50. */
public final class Urgency {

    private static final int LIFT = 25;

    private Urgency() {}

    /** @return the priority after one more reminder, above all tasks with fewer reminders */
    public static int lifted(int priority) {
        return priority + LIFT;
    }
}
