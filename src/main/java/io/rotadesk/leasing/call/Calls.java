package io.rotadesk.leasing.call;

import io.rotadesk.platform.register.Register;
import io.rotadesk.staff.erasing.FreeTexts;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The call register (L2.3). Within a transaction a call is read once: a form asks for twenty of its fields. */
@Repository("callRegister")
public class Calls implements FreeTexts {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Register<CallKey, Call> calls;

    Calls(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
        this.calls = new Register<>(db, "call_register", Call.class, UnknownCallException::new);
    }

    /** @throws UnknownCallException if there is no such call */
    public Call get(CallKey key) {
        return calls.get(key);
    }

    public Optional<Call> find(CallKey key) {
        return calls.find(key);
    }

    /** A unit's calls, newest first. */
    public List<Call> latest(String unitId, int limit) {
        return db.sql("select * from call_register where unit_id = :unit order by received_at desc, call_id desc"
                        + " limit :limit")
                .param("unit", unitId)
                .param("limit", limit)
                .query(calls.rows())
                .list();
    }

    /**
     * A unit's calls with somebody on the line, longest first: those that ring, wait for the manager, or are talked over.
     * The line of a call that is logged by hand is over when its entry is.
     *
     * @param since older ones are left out: the phone system has forgotten to report their end
     */
    public List<Call> inTheAir(String unitId, Instant since) {
        return db.sql("""
            select * from call_register
            where unit_id = :unit and state in ('RINGING', 'UNASSIGNED', 'ANSWERED') and call_ended_at is null
              and received_at >= :since
            order by received_at, call_id limit 100
            """)
                .param("unit", unitId)
                .param("since", Timestamp.from(since))
                .query(calls.rows())
                .list();
    }

    /** Those of these calls of a unit that are in the register. */
    public List<Call> all(String unitId, Collection<String> callIds) {
        return callIds.isEmpty()
                ? List.of()
                : db.sql("select * from call_register where unit_id = :unit and call_id = any (:calls)")
                        .param("unit", unitId)
                        .param("calls", callIds.toArray(String[]::new))
                        .query(calls.rows())
                        .list();
    }

    /** A customer's calls that somebody took, newest first. */
    public List<Call> ofCustomer(long customerId, int limit) {
        return db.sql("""
            select * from call_register where customer_id = :customer and agent is not null
            order by received_at desc, call_id desc limit :limit
            """)
                .param("customer", customerId)
                .param("limit", limit)
                .query(calls.rows())
                .list();
    }

    /** The first hundred calls that ring without a process and whose ring is over by then. */
    List<Call> ringsOver(Instant now) {
        return db.sql("""
            select * from call_register where not guided and state = 'RINGING' and answer_by <= :now limit 100
            """).param("now", Timestamp.from(now)).query(calls.rows()).list();
    }

    /** The calls that ring at this agent's desk without a process. */
    List<Call> ringingWithoutModel(String login) {
        return db.sql("""
            select * from call_register where not guided and state = 'RINGING' and ringing_agent = :login
            order by answer_by
            """).param("login", login).query(calls.rows()).list();
    }

    /** Locks the row until the transaction ends, so that two events of one call come one after the other. */
    Optional<Call> hold(CallKey key) {
        return calls.hold(key);
    }

    /** @return false if the call is in the register already; waits for another transaction that is just entering it */
    boolean enter(CallKey key, String source, Caller caller, Sent sent, Instant receivedAt) {
        boolean entered =
                calls.add(Call.received(key, source, caller, sent, receivedAt)).isPresent();
        if (entered) {
            events.publishEvent(new CallChanged(key.unitId()));
        }
        return entered;
    }

    /** @return the changed call */
    Call save(Call before, Call after) {
        Call saved = calls.save(before, after);
        events.publishEvent(new CallChanged(saved.unitId()));
        return saved;
    }

    @Override
    public String tableOfTexts() {
        return "call_register";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of(
                "interests", "trade_type", "budget", "remarks", "cover_answer", "follow_up_remarks", "customer_name");
    }
}
