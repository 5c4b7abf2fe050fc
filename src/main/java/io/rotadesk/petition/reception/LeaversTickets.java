package io.rotadesk.petition.reception;

import io.rotadesk.staff.handover.LeaversWork;
import io.rotadesk.staff.unit.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A leaver's tickets: those that they have to call, and those whose earlier matter is theirs. */
@Component
class LeaversTickets implements LeaversWork {

    private final JdbcClient db;

    LeaversTickets(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "tickets";
    }

    @Override
    public boolean isDoneIn(UnitKind unit) {
        return unit == UnitKind.PETITION;
    }

    @Override
    public int count(String unitId, String login) {
        return db.sql("select count(*) from ticket where unit_id = :unit and ended_at is null and staff = :login")
                .param("unit", unitId)
                .param("login", login)
                .query(Integer.class)
                .single();
    }

    @Override
    public void give(String unitId, String from, String to) {
        db.sql("""
                        update ticket set staff = case when staff = :from then :to else staff end,
                            preferred = case when preferred = :from then :to else preferred end
                        where unit_id = :unit and ended_at is null and :from in (staff, preferred)
                        """).param("unit", unitId).param("from", from).param("to", to).update();
    }
}
