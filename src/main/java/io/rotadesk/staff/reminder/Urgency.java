package io.rotadesk.staff.reminder;

/** The place of a task in Tasklist, which is its priority in the engine, usually 50. */
public final class Urgency {

    private static final int USUAL = 50;
    private static final int LIFT = 25;

    private Urgency() {}

    /** Whether it is above the usual one. */
    static boolean isLifted(int priority) {
        return priority > USUAL;
    }

    /** @return the priority after one more reminder, above all tasks with fewer reminders */
    public static int lifted(int priority) {
        return priority + LIFT;
    }
}
