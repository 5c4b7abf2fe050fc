package io.rotadesk.leasing.call;

import io.rotadesk.platform.lookup.Changes;
import io.rotadesk.platform.lookup.OncePerTransaction;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The call register (L2.3). Within a transaction a call is read once: a form asks for twenty of its fields. Every change
 * goes through here and answers with the row as it is then.
 */
@Repository
public class CallRegister {

    private final JdbcClient db;
    private final OncePerTransaction<CallKey, Call> calls = new OncePerTransaction<>();

    CallRegister(JdbcClient db) {
        this.db = db;
    }

    /** @throws UnknownCallException when there is no such call */
    public Call get(CallKey key) {
        return find(key).orElseThrow(() -> new UnknownCallException(key));
    }

    public Optional<Call> find(CallKey key) {
        return calls.get(key, () -> read(key, ""));
    }

    /** A unit's calls, the newest first. */
    public List<Call> latest(String unitId, int limit) {
        return db.sql(
                        "select * from call_register where unit_id = :unit order by received_at desc, call_id desc limit :limit")
                .param("unit", unitId)
                .param("limit", limit)
                .query(Call.class)
                .list();
    }

    /** A customer's calls that somebody took, the newest first. */
    public List<Call> ofCustomer(long customerId, int limit) {
        return db.sql("""
                        select * from call_register where customer_id = :customer and agent is not null
                        order by received_at desc, call_id desc limit :limit
                        """)
                .param("customer", customerId)
                .param("limit", limit)
                .query(Call.class)
                .list();
    }

    /** Holds the row until the transaction ends, so that two events of one call come one after the other. */
    Optional<Call> lock(CallKey key) {
        calls.forget(key);
        return calls.get(key, () -> read(key, " for update"));
    }

    private Optional<Call> read(CallKey key, String lock) {
        return db.sql("select * from call_register where unit_id = :unit and call_id = :call" + lock)
                .param("unit", key.unitId())
                .param("call", key.callId())
                .query(Call.class)
                .optional();
    }

    /** @return false when the call is in the register already; waits for another transaction that enters it just now */
    boolean open(CallKey key, String source, String callerRaw, String callerPhone, Instant receivedAt) {
        Optional<Call> opened = db.sql("""
                        insert into call_register (unit_id, call_id, source, state, received_at, caller_raw, caller_phone)
                        values (:unit, :call, :source, 'RECEIVED', :at, :raw, :phone)
                        on conflict do nothing
                        returning *
                        """)
                .param("unit", key.unitId())
                .param("call", key.callId())
                .param("source", source)
                .param("at", Timestamp.from(receivedAt))
                .param("raw", callerRaw)
                .param("phone", callerPhone)
                .query(Call.class)
                .optional();
        opened.ifPresent(call -> calls.put(key, call));
        return opened.isPresent();
    }

    /**
     * Changes columns of a call.
     *
     * @param changes column names (ours, never a user's words) and values; an {@link Instant} or enum is converted
     */
    Call change(CallKey key, Map<String, ?> changes) {
        Changes columns = Changes.of(changes);
        Call call = db.sql("update call_register set " + columns.sql()
                        + " where unit_id = :key_unit and call_id = :key_call returning *")
                .params(columns.values())
                .param("key_unit", key.unitId())
                .param("key_call", key.callId())
                .query(Call.class)
                .optional()
                .orElseThrow(() -> new UnknownCallException(key));
        calls.put(key, call);
        return call;
    }
}
