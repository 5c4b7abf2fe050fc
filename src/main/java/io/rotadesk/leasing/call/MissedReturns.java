package io.rotadesk.leasing.call;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /** The extensions from which the number tried beside the one of this call. */
    List<String> otherExtensions(Call call, MissedReturn open) {
        return db.sql("""
                        select distinct caller_extension from call_register
                        where unit_id = :unit and caller_phone = :phone and state = 'MISSED'
                          and caller_extension is distinct from cast(:own as text) and caller_extension is not null
                          and coalesce(call_ended_at, received_at) >= :since
                        order by caller_extension
                        """)
                .param("unit", open.unitId())
                .param("phone", call.caller().phone())
                .param("own", call.caller().extension())
                .param("since", Timestamp.from(open.openedAt()))
                .query(String.class)
                .list();
    }

    void close(CallKey call, Instant at) {
        db.sql(
                        "update missed_return set closed_at = :at where unit_id = :unit and call_id = :call and closed_at is null")
                .param("unit", call.unitId())
                .param("call", call.callId())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** @param phones a customer's numbers, as we write them */
    void erase(String unitId, Collection<String> phones) {
        db.sql("delete from missed_return where unit_id = :unit and phone = any(:phones)")
                .param("unit", unitId)
                .param("phones", phones.toArray(String[]::new))
                .update();
    }

    /**
     * @param callId the id of a call that is meant whatever its number; null for none
     * @param digits the digits of a person's numbers
     */
    void erase(String unitId, String callId, String[] digits) {
        db.sql("""
            delete from missed_return where unit_id = :unit
              and (call_id = :call or regexp_replace(phone, '\\D', '', 'g') = any (:digits))\
            """)
                .param("unit", unitId)
                .param("call", callId)
                .param("digits", digits)
                .update();
    }

    /** @param callId the call whose process holds the call-back task */
    record MissedReturn(String unitId, String callId, int attempts, Instant openedAt, Instant lastAttemptAt) {}
}
