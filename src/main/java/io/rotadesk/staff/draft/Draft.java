package io.rotadesk.staff.draft;

import java.time.Instant;

/**
 * What a person has typed into a form.
 *
 * @param form the id of a task, or {@link #START} and the name of the process that the form would start
 * @param typed the form's values as a JSON object
 */
public record Draft(String form, String typed, Instant changedAt) {

    /** Begins the name of a form that starts a process. */
    public static final String START = "start:";
}
