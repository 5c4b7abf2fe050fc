package io.rotadesk.petition.matter;

import java.time.Instant;
import java.util.List;

/** The open tasks in a matter's process. */
public interface MatterTasks {

    /**
     * An open task.
     *
     * @param id the id in the engine
     * @param key its id in the model
     * @param assignee the login of the assignee; null if several people may claim it
     * @param candidates the logins of the people who may claim it; empty if it has an assignee
     * @param unitId the unit whose people do it; null if the model names none
     * @param dueAt null if it has no due time
     */
    record MatterTask(String id, String key, String assignee, List<String> candidates, String unitId, Instant dueAt) {

        public boolean isFor(String login) {
            return login.equals(assignee) || candidates.contains(login);
        }
    }

    /** The open tasks of a matter, oldest first. */
    List<MatterTask> openOf(MatterId matterId);
}
