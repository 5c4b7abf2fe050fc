package io.rotadesk.leasing.call;

import io.rotadesk.staff.handover.LeaversWork;
import io.rotadesk.staff.unit.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A leaver's calls that are not registered yet, and covered calls that the customer's agent has not read. */
@Component
class LeaversCalls implements LeaversWork {

    private static final String OPEN = """
            unit_id = :unit and (state in ('RECEIVED', 'RINGING', 'UNASSIGNED', 'ANSWERED')
              or state = 'COVERED' and cover_read_at is null)
            """;

    private final JdbcClient db;

    LeaversCalls(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "calls";
    }

    @Override
    public boolean isDoneIn(UnitKind unit) {
        return unit == UnitKind.LEASING;
    }

    @Override
    public int count(String unitId, String login) {
        return db.sql("select count(*) from call_register where " + OPEN + " and :login in (agent, owner, prior_agent)")
                .param("unit", unitId)
                .param("login", login)
                .query(Integer.class)
                .single();
    }

    @Override
    public void give(String unitId, String from, String to) {
        db.sql("""
                        update call_register set
                            agent = case when agent = :from then :to else agent end,
                            owner = case when owner = :from then :to else owner end,
                            prior_agent = case when prior_agent = :from then :to else prior_agent end
                        where :from in (agent, owner, prior_agent) and
                        """ + OPEN)
                .param("unit", unitId)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
