package io.rotadesk.leasing.visit;

import io.rotadesk.staff.handover.LeaversWork;
import io.rotadesk.staff.unit.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A leaver's appointments, visits that are not registered yet, and hand-backs that wait to be written or read. */
@Component
class LeaversVisits implements LeaversWork {

    private static final String OPEN = """
            unit_id = :unit and (state in ('EXPECTED', 'ARRIVED', 'OFFERED', 'WAITING', 'RECEIVED', 'SEEN_OFF')
              or state = 'REGISTERED' and helped_by is not null and acknowledged_at is null)
            """;

    private final JdbcClient db;

    LeaversVisits(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "visits";
    }

    @Override
    public boolean isDoneIn(UnitKind unit) {
        return unit == UnitKind.LEASING;
    }

    @Override
    public int count(String unitId, String login) {
        return db.sql("select count(*) from visit_register where " + OPEN
                        + " and :login in (agent, owner, prior_agent, asked_for)")
                .param("unit", unitId)
                .param("login", login)
                .query(Integer.class)
                .single();
    }

    @Override
    public void give(String unitId, String from, String to) {
        db.sql("""
                        update visit_register set
                            agent = case when agent = :from then :to else agent end,
                            owner = case when owner = :from then :to else owner end,
                            prior_agent = case when prior_agent = :from then :to else prior_agent end,
                            asked_for = case when asked_for = :from then :to else asked_for end
                        where :from in (agent, owner, prior_agent, asked_for) and
                        """ + OPEN)
                .param("unit", unitId)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
