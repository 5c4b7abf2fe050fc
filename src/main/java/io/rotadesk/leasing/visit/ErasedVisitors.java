package io.rotadesk.leasing.visit;

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

/** Erases a person from the visit register, customer or not: the register then only shows that there was a visit. */
@Component
class ErasedVisitors implements PersonalRecords {

    private static final String FORGET = """
        update visit_register set erased_at = :now, visitor_name = null, visitor_raw = null, visitor_phone = null,
            visitor_extension = null,
            company = null, candidates = 0, customer_id = null, customer_name = null,
            customer_phone = null, tour_remarks = null, negotiation = null, left_reason = null,
            interests = null, objections = null, trade_type = null, budget = null, next_step = null,
            remarks = null, course = null, result = null
        where unit_id = :unit and (
        """;

    /** Matches the number in any spelling; a named entry is meant whatever its number. */
    private static final String OF_PERSON = """
        visit_id = :visit
        or regexp_replace(coalesce(visitor_phone, visitor_raw), '\\D', '', 'g') = any (:digits)
        or regexp_replace(customer_phone, '\\D', '', 'g') = any (:digits)
        """;

    private final JdbcClient db;
    private final VisitProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ErasedVisitors(JdbcClient db, VisitProcess process, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void forget(CustomerErased erased) {
        forgotten(db.sql(FORGET + """
                customer_id = :customer or visitor_phone = any (:phones) or customer_phone = any (:phones))
            returning unit_id, visit_id
            """)
                .param("now", Timestamp.from(clock.instant()))
                .param("unit", erased.unitId())
                .param("customer", erased.customerId())
                .param("phones", erased.phones().toArray(String[]::new))
                .query(VisitKey.class)
                .list());
    }

    @Override
    public String kind() {
        return "visits";
    }

    @Override
    public boolean isInHand(Person person) {
        return db.sql("select exists (select from visit_register v where unit_id = :unit and (" + OF_PERSON + """
            ) and exists (select from engagement e
              where e.contact_kind = 'VISIT' and e.contact_id = v.unit_id || ':' || v.visit_id))
            """)
                .param("unit", person.unitId())
                .param("visit", visitId(person))
                .param("digits", person.digits())
                .query(Boolean.class)
                .single();
    }

    @Override
    public int erase(Person person, String by) {
        List<VisitKey> visits = db.sql(FORGET + OF_PERSON + ") returning unit_id, visit_id")
                .param("now", Timestamp.from(clock.instant()))
                .param("unit", person.unitId())
                .param("visit", visitId(person))
                .param("digits", person.digits())
                .query(VisitKey.class)
                .list();
        forgotten(visits);
        return visits.size();
    }

    private void forgotten(List<VisitKey> visits) {
        visits.forEach(process::forget);
        visits.forEach(visit -> events.publishEvent(new ContactErased(visit.contact())));
    }

    private static String visitId(Person person) {
        String id = person.entryOf(Contact.Kind.VISIT);
        return id == null ? null : VisitKey.parse(id).visitId();
    }
}
