package io.rotadesk.leasing.dispute;

import io.rotadesk.leasing.dispute.Dispute.Outcome;
import io.rotadesk.staff.handover.LeaversWork;
import io.rotadesk.staff.unit.UnitKind;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands over a leaver's open claims: a colleague becomes the claimant, unless the customer is already theirs. */
@Component
class LeaversClaims implements LeaversWork {

    private final JdbcClient db;
    private final DisputeRows rows;
    private final DisputeProcess process;

    LeaversClaims(JdbcClient db, DisputeRows rows, DisputeProcess process) {
        this.db = db;
        this.rows = rows;
        this.process = process;
    }

    @Override
    public String kind() {
        return "disputes";
    }

    @Override
    public boolean isDoneIn(UnitKind unit) {
        return unit == UnitKind.LEASING;
    }

    @Override
    public int count(String unitId, String login) {
        return open(unitId, login).size();
    }

    @Override
    public void give(String unitId, String from, String to) {
        for (long id : open(unitId, from)) {
            db.sql("update ownership_dispute set claimant = ? where id = ?")
                    .params(to, id)
                    .update();
            rows.find(id)
                    .filter(dispute -> dispute.owner().equals(to))
                    .flatMap(dispute -> rows.close(id, Outcome.SETTLED, null, null))
                    .ifPresent(process::overtaken);
        }
    }

    private List<Long> open(String unitId, String login) {
        return db.sql(
                        "select id from ownership_dispute where unit_id = ? and claimant = ? and closed_at is null order by id")
                .params(unitId, login)
                .query(Long.class)
                .list();
    }
}
