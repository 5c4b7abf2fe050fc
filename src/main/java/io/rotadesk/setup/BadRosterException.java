package io.rotadesk.setup;

import io.rotadesk.roster.RosterError;
import java.util.List;

/** A roster was refused as a whole; all bad rows are named. */
class BadRosterException extends RuntimeException {

    private final transient List<RosterError> rows;

    BadRosterException(List<RosterError> rows) {
        super(rows.toString());
        this.rows = List.copyOf(rows);
    }

    List<RosterError> rows() {
        return rows;
    }
}
