package io.rotadesk.web.api.setup;

import io.rotadesk.staff.roster.RosterError;
import java.util.List;

/** A file was refused as a whole; all bad rows are named. */
class BadRowsException extends RuntimeException {

    private final String title;
    private final transient List<RosterError> rows;

    /**
     * @param title the key of the message that says what was refused; with {@code .detail} appended, of the one that
     *     says what to do
     */
    BadRowsException(String title, List<RosterError> rows) {
        super(rows.toString());
        this.title = title;
        this.rows = List.copyOf(rows);
    }

    String title() {
        return title;
    }

    List<RosterError> rows() {
        return rows;
    }
}
