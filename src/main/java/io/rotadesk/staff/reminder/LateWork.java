package io.rotadesk.staff.reminder;

import java.util.Collection;

/** Tells people in words of its own that one kind of task is late; of all others they read the general sentence. */
public interface LateWork {

    /** Whether it has words for this task. */
    boolean isAbout(String process, String task);

    /**
     * Tells these persons, in the caller's transaction.
     *
     * @param unitId the unit that has the task
     * @param businessKey the key of the process instance
     */
    void tell(String unitId, String businessKey, Collection<String> logins);
}
