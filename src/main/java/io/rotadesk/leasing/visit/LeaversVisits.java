package io.rotadesk.leasing.visit;

import io.rotadesk.staff.handover.PersonColumns;
import io.rotadesk.staff.unit.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A leaver's appointments, visits that are not registered yet, and hand-backs that wait to be written or read. */
@Component
class LeaversVisits extends PersonColumns {

    private static final String OPEN = """
            unit_id = :unit and (state in ('EXPECTED', 'ARRIVED', 'OFFERED', 'WAITING', 'RECEIVED', 'SEEN_OFF')
              or state = 'REGISTERED' and helped_by is not null and acknowledged_at is null)
            """;

    LeaversVisits(JdbcClient db) {
        super(db, "visit_register", "visits", UnitKind.LEASING, OPEN, "agent", "owner", "prior_agent", "asked_for");
    }
}
