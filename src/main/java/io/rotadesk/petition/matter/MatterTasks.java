package io.rotadesk.petition.matter;

import java.time.Instant;
import java.util.List;

/** What waits for people in a matter's process. */
public interface MatterTasks {

    /**
     * A task that is open.
     *
     * @param id in the engine
     * @param key its id in the model
     * @param assignee the login of whose it is; null when several may take it
     * @param candidates logins of who may take it; empty when it is somebody's
     * @param unitId whose people do it; null if it says none
     * @param dueAt null if it has no time
     */
    record MatterTask(String id, String key, String assignee, List<String> candidates, String unitId, Instant dueAt) {

        public boolean isFor(String login) {
            return login.equals(assignee) || candidates.contains(login);
        }
    }

    /** The open tasks of a matter, the oldest first. */
    List<MatterTask> open(String matterId);
}
