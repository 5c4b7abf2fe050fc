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

    /** What makes an entry show only that there was a call. */
    private static final String FORGET = """
        update call_register set erased_at = :now, caller_raw = null, caller_phone = null, caller_extension = null,
            sent_unusable = null, customer_id = null, candidates = 0, customer_name = null, customer_phone = null, interests = null,
            trade_type = null, budget = null, remarks = null, cover_answer = null,
            call_back_number = null, follow_up_remarks = null
        where unit_id = :unit and (
        """;

    /** Matches the number in any spelling; a named entry is meant whatever its number. */
    private static final String OF_PERSON = """
        call_id = :call
        or regexp_replace(coalesce(caller_phone, caller_raw), '\\D', '', 'g') = any (:digits)
        or regexp_replace(customer_phone, '\\D', '', 'g') = any (:digits)
        or regexp_replace(call_back_number, '\\D', '', 'g') = any (:digits)
        """;

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

    /** Gives what belongs to one customer to another one, with which it was merged; what is under way, too. */
    void move(long fromCustomer, long toCustomer) {
        db.sql("update call_register set customer_id = :into where customer_id = :from")
                .param("from", fromCustomer)
                .param("into", toCustomer)
                .update();
    }

    /**
     * Erases a customer from the entries of a unit.
     *
     * @param phones the customer's numbers, as we write them
     * @return the erased entries
     */
    List<CallKey> erase(String unitId, long customerId, Collection<String> phones, Instant now) {
        return db.sql(FORGET + """
                customer_id = :customer or caller_phone = any(:phones)
                or customer_phone = any(:phones) or call_back_number = any(:phones))
            returning unit_id, call_id
            """)
                .param("now", Timestamp.from(now))
                .param("unit", unitId)
                .param("customer", customerId)
                .param("phones", phones.toArray(String[]::new))
                .query(CallKey.class)
                .list();
    }

    /**
     * Erases a person, customer or not, from the entries of a unit.
     *
     * @param callId the id of an entry that is meant whatever its number; null for none
     * @param digits the digits of the person's numbers
     * @return the erased entries
     */
    List<CallKey> erase(String unitId, String callId, String[] digits, Instant now) {
        return db.sql(FORGET + OF_PERSON + ") returning unit_id, call_id")
                .param("now", Timestamp.from(now))
                .param("unit", unitId)
                .param("call", callId)
                .param("digits", digits)
                .query(CallKey.class)
                .list();
    }

    /** Whether a call of this person is under way; the parameters are those of erasing. */
    boolean isInHand(String unitId, String callId, String[] digits) {
        return db.sql("select exists (select from call_register c where unit_id = :unit and (" + OF_PERSON + """
            ) and (state in ('RECEIVED', 'RINGING', 'UNASSIGNED') or exists (select from engagement e
              where e.contact_kind = 'CALL' and e.contact_id = c.unit_id || ':' || c.call_id)))
            """)
                .param("unit", unitId)
                .param("call", callId)
                .param("digits", digits)
                .query(Boolean.class)
                .single();
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
