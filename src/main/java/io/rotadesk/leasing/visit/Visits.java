package io.rotadesk.leasing.visit;

import io.rotadesk.platform.phone.SentNumber;
import io.rotadesk.platform.register.Register;
import io.rotadesk.staff.erasing.FreeTexts;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The visit register (L3.8). Within a transaction a visit is read once. Screens are told of every change. */
@Repository("visitRegister")
public class Visits implements FreeTexts {

    /** What makes an entry show only that there was a visit. */
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
    private final ApplicationEventPublisher events;
    private final Register<VisitKey, Visit> visits;

    Visits(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
        this.visits = new Register<>(db, "visit_register", Visit.class, UnknownVisitException::new);
    }

    /** How a row becomes a visit, for queries of this package. */
    RowMapper<Visit> rows() {
        return visits.rows();
    }

    /** @throws UnknownVisitException if there is no such visit */
    public Visit get(VisitKey key) {
        return visits.get(key);
    }

    public Optional<Visit> find(VisitKey key) {
        return visits.find(key);
    }

    /** A unit's visits, latest first; an appointment counts by its time. */
    public List<Visit> latest(String unitId, int limit) {
        return db.sql("""
            select * from visit_register where unit_id = :unit
            order by coalesce(arrived_at, appointment_at) desc, visit_id desc limit :limit
            """)
                .param("unit", unitId)
                .param("limit", limit)
                .query(rows())
                .list();
    }

    /** Those of these visits of a unit that are in the register. */
    public List<Visit> all(String unitId, Collection<String> visitIds) {
        return visitIds.isEmpty()
                ? List.of()
                : db.sql("select * from visit_register where unit_id = :unit and visit_id = any (:visits)")
                        .param("unit", unitId)
                        .param("visits", visitIds.toArray(String[]::new))
                        .query(rows())
                        .list();
    }

    /** A customer's visits that somebody received, latest first. */
    public List<Visit> ofCustomer(long customerId, int limit) {
        return db.sql("""
            select * from visit_register where customer_id = :customer and greeted_at is not null
            order by greeted_at desc, visit_id desc limit :limit
            """)
                .param("customer", customerId)
                .param("limit", limit)
                .query(rows())
                .list();
    }

    /** Locks the row until the transaction ends, so that two events of one visit come one after the other. */
    Optional<Visit> hold(VisitKey key) {
        return visits.hold(key);
    }

    /** Locks a waiting visitor's row; empty if they have left the line or another transaction holds it. */
    Optional<Visit> holdInLine(VisitKey key) {
        return visits.hold(key, " and waiting_for is not null for update skip locked");
    }

    /** The latest visit of the same number that somebody received since then, other than this one (L3.1). */
    Optional<Visit> receivedSince(Visit visit, Instant since) {
        return db.sql("""
            select * from visit_register
            where unit_id = :unit and visitor_phone = :phone and visit_id <> :visit
              and greeted_at >= :since and state in ('RECEIVED', 'SEEN_OFF', 'REGISTERED')
            order by greeted_at desc, visit_id desc limit 1
            """)
                .param("unit", visit.unitId())
                .param("phone", visit.announced().phone())
                .param("visit", visit.visitId())
                .param("since", Timestamp.from(since))
                .query(rows())
                .optional();
    }

    /**
     * @return false if the visit is in the register already; waits for another transaction that is just entering it
     */
    boolean enter(VisitKey key, String source, Announcement announced, SentNumber number, String by, Instant now) {
        Announced visitor = new Announced(
                now,
                by,
                announced.visitorName(),
                announced.visitorPhone(),
                number.e164(),
                number.extension(),
                announced.partySize(),
                announced.company(),
                announced.namedAgent());
        Coming coming = new Coming(
                announced.appointmentAt(),
                announced.meetingPoint(),
                announced.appointmentAt() == null ? now : null,
                null);
        boolean opened = visits.add(Visit.announced(key, source, visitor, coming, announced.purpose()))
                .isPresent();
        if (opened) {
            events.publishEvent(new VisitChanged(key.unitId()));
        }
        return opened;
    }

    /** @return false if the event has come before */
    boolean firstEvent(VisitKey key, String eventId, Instant at) {
        return db.sql("""
            insert into visit_event (unit_id, visit_id, event_id, at) values (:unit, :visit, :event, :at)
            on conflict do nothing
            """)
                        .param("unit", key.unitId())
                        .param("visit", key.visitId())
                        .param("event", eventId)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** @return the visit as it is then */
    Visit save(Visit before, Visit after) {
        Visit saved = visits.save(before, after);
        if (before.inLine().queue() != saved.inLine().queue()) {
            events.publishEvent(new LineChanged(saved.unitId()));
        }
        if (before.isOpenAtTheDoor() && !saved.isOpenAtTheDoor()) {
            events.publishEvent(new NoLongerWaits(saved.key()));
        }
        events.publishEvent(new VisitChanged(saved.unitId()));
        return saved;
    }

    /** Gives what belongs to one customer to another one, with which it was merged; what is under way, too. */
    void move(long fromCustomer, long toCustomer) {
        db.sql("update visit_register set customer_id = :into where customer_id = :from")
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
    List<VisitKey> erase(String unitId, long customerId, Collection<String> phones, Instant now) {
        return db.sql(FORGET + """
                customer_id = :customer or visitor_phone = any (:phones) or customer_phone = any (:phones))
            returning unit_id, visit_id
            """)
                .param("now", Timestamp.from(now))
                .param("unit", unitId)
                .param("customer", customerId)
                .param("phones", phones.toArray(String[]::new))
                .query(VisitKey.class)
                .list();
    }

    /**
     * Erases a person, customer or not, from the entries of a unit.
     *
     * @param visitId the id of an entry that is meant whatever its number; null for none
     * @param digits the digits of the person's numbers
     * @return the erased entries
     */
    List<VisitKey> erase(String unitId, String visitId, String[] digits, Instant now) {
        return db.sql(FORGET + OF_PERSON + ") returning unit_id, visit_id")
                .param("now", Timestamp.from(now))
                .param("unit", unitId)
                .param("visit", visitId)
                .param("digits", digits)
                .query(VisitKey.class)
                .list();
    }

    /** Whether a visit of this person is under way; the parameters are those of erasing. */
    boolean isInHand(String unitId, String visitId, String[] digits) {
        return db.sql("select exists (select from visit_register v where unit_id = :unit and (" + OF_PERSON + """
            ) and exists (select from engagement e
              where e.contact_kind = 'VISIT' and e.contact_id = v.unit_id || ':' || v.visit_id))
            """)
                .param("unit", unitId)
                .param("visit", visitId)
                .param("digits", digits)
                .query(Boolean.class)
                .single();
    }

    @Override
    public String tableOfTexts() {
        return "visit_register";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of(
                "visitor_name",
                "company",
                "tour_remarks",
                "negotiation",
                "left_reason",
                "interests",
                "objections",
                "trade_type",
                "budget",
                "next_step",
                "remarks",
                "course",
                "result",
                "customer_name");
    }
}
