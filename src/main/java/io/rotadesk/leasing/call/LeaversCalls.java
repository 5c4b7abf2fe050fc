package io.rotadesk.leasing.call;

import io.rotadesk.staff.handover.PersonColumns;
import io.rotadesk.staff.unit.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A leaver's calls that are not registered yet, and covered calls that the customer's agent has not read. */
@Component
class LeaversCalls extends PersonColumns {

    private static final String OPEN = """
            unit_id = :unit and (state in ('RECEIVED', 'RINGING', 'UNASSIGNED', 'ANSWERED')
              or state = 'COVERED' and cover_read_at is null)
            """;

    LeaversCalls(JdbcClient db) {
        super(db, "call_register", "calls", UnitKind.LEASING, OPEN, "agent", "owner", "prior_agent");
    }
}
