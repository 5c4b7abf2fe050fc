package io.rotadesk.platform.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Tells the pool to give up a connection whose server has become a standby: it stays open, and would refuse every write
 * until its lifetime ends.
 */
public class LeftPrimary implements SQLExceptionOverride {

    private static final String READ_ONLY = "25006";

    @java.lang.Override // The interface has a type of this name.
    public Override adjudicate(SQLException e) {
        return READ_ONLY.equals(e.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
