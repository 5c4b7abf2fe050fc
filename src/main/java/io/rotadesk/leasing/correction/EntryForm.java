package io.rotadesk.leasing.correction;

import java.util.Map;

/**
 * The form in which an entry was written, whose rules a correction follows.
 *
 * @param process the process of the form
 * @param task its task
 * @param fixed the answers of the form that stay as they are
 * @param about what it asks for
 */
public record EntryForm(String process, String task, Map<String, Object> fixed, About about) {

    /** What a form asks for. */
    public enum About {
        /** A customer, and what they want to rent. */
        CUSTOMER,
        /** A note about something else. */
        NOTE,
        /** A call that was answered for a colleague. */
        COVER
    }

    public EntryForm {
        fixed = Map.copyOf(fixed);
    }
}
