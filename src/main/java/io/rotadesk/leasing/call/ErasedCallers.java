package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.CustomerErased;
import io.rotadesk.staff.erasing.ContactErased;
import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.erasing.PersonalRecords;
import io.rotadesk.staff.rota.Contact;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Erases a person from the call register, customer or not: the register then only shows that there was a call. */
@Component
class ErasedCallers implements PersonalRecords {

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
    private final CallProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ErasedCallers(JdbcClient db, CallProcess process, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void forget(CustomerErased erased) {
        String[] phones = erased.phones().toArray(String[]::new);
        forgotten(db.sql(FORGET + """
                customer_id = :customer or caller_phone = any(:phones)
                or customer_phone = any(:phones) or call_back_number = any(:phones))
            returning unit_id, call_id
            """)
                .param("now", Timestamp.from(clock.instant()))
                .param("unit", erased.unitId())
                .param("customer", erased.customerId())
                .param("phones", phones)
                .query(CallKey.class)
                .list());
        db.sql("delete from missed_return where unit_id = :unit and phone = any(:phones)")
                .param("unit", erased.unitId())
                .param("phones", phones)
                .update();
    }

    @Override
    public String kind() {
        return "calls";
    }

    @Override
    public boolean isInHand(Person person) {
        return db.sql("select exists (select from call_register c where unit_id = :unit and (" + OF_PERSON + """
            ) and (state in ('RECEIVED', 'RINGING', 'UNASSIGNED') or exists (select from engagement e
              where e.contact_kind = 'CALL' and e.contact_id = c.unit_id || ':' || c.call_id)))
            """)
                .param("unit", person.unitId())
                .param("call", callId(person))
                .param("digits", person.digits())
                .query(Boolean.class)
                .single();
    }

    @Override
    public int erase(Person person, String by) {
        List<CallKey> calls = db.sql(FORGET + OF_PERSON + ") returning unit_id, call_id")
                .param("now", Timestamp.from(clock.instant()))
                .param("unit", person.unitId())
                .param("call", callId(person))
                .param("digits", person.digits())
                .query(CallKey.class)
                .list();
        forgotten(calls);
        db.sql("""
            delete from missed_return where unit_id = :unit
              and (call_id = :call or regexp_replace(phone, '\\D', '', 'g') = any (:digits))\
            """)
                .param("unit", person.unitId())
                .param("call", callId(person))
                .param("digits", person.digits())
                .update();
        return calls.size();
    }

    private void forgotten(List<CallKey> calls) {
        calls.forEach(process::forget);
        calls.forEach(call -> events.publishEvent(new ContactErased(call.contact())));
    }

    private static String callId(Person person) {
        String id = person.entryOf(Contact.Kind.CALL);
        return id == null ? null : CallKey.parse(id).callId();
    }
}
