package io.rotadesk.leasing.correction;

import java.util.Map;

/**
 * The form in which an entry was written, whose rules a correction follows.
 *
 * @param process the process of the form
 * @param task its task
 * @param fixed the answers of the form that stay as they are
 * @param isNote whether it asks for a note, and not about a customer
 */
public record EntryForm(String process, String task, Map<String, Object> fixed, boolean isNote) {

    public EntryForm {
        fixed = Map.copyOf(fixed);
    }
}
