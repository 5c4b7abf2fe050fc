package io.rotadesk.petition.matter;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds of matters that are over: what was answered before the petitioner came back (P4, P6, P7). */
@Repository
class MatterRounds implements TextsAboutMatters {

    private final JdbcClient db;

    MatterRounds(JdbcClient db) {
        this.db = db;
    }

    /** Keeps how a closed matter ended, before it is reopened. */
    void keep(Matter closed) {
        db.sql("""
                        insert into matter_round (matter_id, round, unit_id, responsible, begun_at, grade, due_at,
                            overdue_since, reply, reply_told_how, reply_told_at, satisfied, outcome, closed_at, closed_by)
                        select id, reopened + 1, unit_id, responsible, coalesce(reopened_at, received_at, opened_at), grade,
                            due_at, overdue_since, reply, reply_told_how, reply_told_at, satisfied, outcome, closed_at, closed_by
                        from matter where id = ?
                        """).param(closed.id().value()).update();
    }

    /** The earliest first. */
    List<MatterRound> of(MatterId matterId) {
        return db.sql("select * from matter_round where matter_id = ? order by round")
                .param(matterId.value())
                .query(MatterRound.class)
                .list();
    }

    Optional<Instant> lastClosedAt(MatterId matterId) {
        return db.sql("select closed_at from matter_round where matter_id = ? order by round desc limit 1")
                .param(matterId.value())
                .query((row, number) -> row.getTimestamp(1))
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    public String tableOfTexts() {
        return "matter_round";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("reply");
    }
}
