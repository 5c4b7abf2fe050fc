package io.rotadesk.leasing.call;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers that must still be called back: one call-back for each number, however often it tried. */
@Repository
class MissedReturns {

    private final JdbcClient db;

    MissedReturns(JdbcClient db) {
        this.db = db;
    }

    /** Counts an attempt: it opens a call-back for the number, or adds to the open one. */
    void attempt(CallKey call, String phone, Instant at) {
        db.sql("""
                        insert into missed_return (unit_id, phone, call_id, opened_at, last_attempt_at)
                        values (:unit, :phone, :call, :at, :at)
                        on conflict (unit_id, phone) where closed_at is null
                        do update set attempts = missed_return.attempts + 1, last_attempt_at = excluded.last_attempt_at
                        """)
                .param("unit", call.unitId())
                .param("phone", phone)
                .param("call", call.callId())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The open call-back for a number. */
    Optional<MissedReturn> openOf(String unitId, String phone) {
        return db.sql("""
                        select unit_id, call_id, attempts, opened_at, last_attempt_at from missed_return
                        where unit_id = :unit and phone = :phone and closed_at is null
                        """)
                .param("unit", unitId)
                .param("phone", phone)
                .query(MissedReturn.class)
                .optional();
    }

    void close(CallKey call, Instant at) {
        db.sql(
                        "update missed_return set closed_at = :at where unit_id = :unit and call_id = :call and closed_at is null")
                .param("unit", call.unitId())
                .param("call", call.callId())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** @param callId the call whose process holds the call-back task */
    record MissedReturn(String unitId, String callId, int attempts, Instant openedAt, Instant lastAttemptAt) {}
}
