package io.rotadesk.petition.reception;

import io.rotadesk.staff.handover.PersonColumns;
import io.rotadesk.staff.unit.UnitKind;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A leaver's tickets: those that they have to call, and those whose earlier matter is theirs. */
@Component
class LeaversTickets extends PersonColumns {

    private static final String OPEN = "unit_id = :unit and ended_at is null";

    LeaversTickets(JdbcClient db) {
        super(db, "ticket", "tickets", UnitKind.PETITION, OPEN, "staff");
    }

    @Override
    protected List<String> others() {
        return List.of("preferred");
    }
}
