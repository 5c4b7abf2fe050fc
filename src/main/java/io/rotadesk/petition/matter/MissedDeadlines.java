package io.rotadesk.petition.matter;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The deadlines that matters missed (P4). Neither more time nor a reopening takes one away: the month's summary and the search
 * need them.
 */
@Repository
class MissedDeadlines {

    private final JdbcClient db;

    MissedDeadlines(JdbcClient db) {
        this.db = db;
    }

    void add(Matter missed) {
        db.sql("""
                        insert into matter_missed_deadline (matter_id, due_at, due_kind, since)
                        values (:matter, :due, :kind, :since)
                        """)
                .param("matter", missed.id().value())
                .param("due", Timestamp.from(missed.dueAt()))
                .param("kind", missed.dueKind().name())
                .param("since", Timestamp.from(missed.overdueSince()))
                .update();
    }

    /** The matter is not overdue any more. A time before it became so counts as that time. */
    void end(MatterId matterId, Instant at) {
        db.sql(
                        "update matter_missed_deadline set ended_at = greatest(since, ?) where matter_id = ? and ended_at is null")
                .param(Timestamp.from(at))
                .param(matterId.value())
                .update();
    }

    /** The earliest first. */
    List<MissedDeadline> of(MatterId matterId) {
        return db.sql(
                        "select due_at, due_kind, since, ended_at from matter_missed_deadline where matter_id = ? order by id")
                .param(matterId.value())
                .query(MissedDeadline.class)
                .list();
    }
}
