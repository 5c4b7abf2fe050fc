package io.rotadesk.leasing.calllist;

import io.rotadesk.leasing.call.IncomingCalls;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register has of a time, for a comparison. */
@Repository
class RegisteredCalls {

    /**
     * A call of the register.
     *
     * @param sentId the phone system's id, where it is not the id of the row
     * @param phone in E.164; null if the number is not valid
     * @param raw the number as it came; null if it is withheld
     * @param byHand whether somebody logged it
     * @param agent who talked with the caller; whoever is to call back if nobody did
     * @param first who talked with the caller before that, if the call was handed over
     */
    record Registered(
            String callId,
            String sentId,
            String phone,
            String raw,
            Instant receivedAt,
            boolean byHand,
            String agent,
            String first,
            Instant answeredAt) {

        boolean wasAnsweredBy(String login) {
            return login.equals(agent) || login.equals(first);
        }
    }

    private final JdbcClient db;

    RegisteredCalls(JdbcClient db) {
        this.db = db;
    }

    /** Without those that somebody made to try the phones out: no phone system knows of them. */
    List<Registered> between(String unitId, Instant from, Instant to) {
        return db.sql("""
                        select call_id, sent_id, caller_phone as phone, caller_raw as raw, received_at, source = 'BY_HAND' as by_hand,
                          agent, handed_over_by as first, answered_at
                        from call_register where unit_id = :unit and received_at between :from and :to
                          and phone_queue is distinct from :test
                        order by received_at, call_id
                        """)
                .param("unit", unitId)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("test", IncomingCalls.TEST_QUEUE)
                .query(Registered.class)
                .list();
    }

    /** The ids of calls that brought no new caller. */
    Set<String> legs(String unitId, Instant from, Instant to) {
        return db.sql("select leg_id from call_leg where unit_id = :unit and began_at between :from and :to")
                .param("unit", unitId)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(String.class)
                .set();
    }
}
