package io.rotadesk.staff.reminder;

/**
 * Published in the transaction in which somebody is reminded of a task.
 *
 * @param process the id of the process in its model
 * @param businessKey of the process instance; null when it has none
 * @param task the id of the task in its model
 */
public record TaskReminded(String process, String businessKey, String task, Kind kind) {

    /** What a reminder does beyond raising the task. */
    public enum Kind {
        /** The task rises; whoever has it keeps it. */
        REMINDED,
        /** The unit's deputies can do the task too. */
        DEPUTY_TOLD,
        /** The unit's managers can do the task too. */
        MANAGER_TOLD
    }
}
