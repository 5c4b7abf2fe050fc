package io.rotadesk.staff.reminder;

/**
 * Published in the transaction in which somebody is reminded of a task.
 *
 * @param process the id of the process in its model
 * @param businessKey the key of the process instance; null if it has none
 * @param task the id of the task in its model
 */
public record TaskReminded(String process, String businessKey, String task, Kind kind) {

    /** The effect of a reminder, besides the higher priority. */
    public enum Kind {
        /** Only the priority rises; the assignee does not change. */
        REMINDED,
        /** The unit's deputies can do the task too. */
        DEPUTY_TOLD,
        /** The unit's managers can do the task too. */
        MANAGER_TOLD,
        /** A leader reminds the assignee from the home page; nothing is published. */
        REMINDED_BY_HAND
    }
}
