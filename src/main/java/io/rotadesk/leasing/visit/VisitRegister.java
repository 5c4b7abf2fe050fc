package io.rotadesk.leasing.visit;

import io.rotadesk.platform.lookup.Changes;
import io.rotadesk.platform.lookup.OncePerTransaction;
import io.rotadesk.staff.unit.Queue;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The visit register (L3.8). Within a transaction a visit is read once. Every change goes through here and answers with
 * the row as it is then.
 */
@Repository
public class VisitRegister {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final OncePerTransaction<VisitKey, Visit> visits = new OncePerTransaction<>();

    VisitRegister(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    /** @throws UnknownVisitException when there is no such visit */
    public Visit get(VisitKey key) {
        return find(key).orElseThrow(() -> new UnknownVisitException(key));
    }

    public Optional<Visit> find(VisitKey key) {
        return visits.get(key, () -> read(key, ""));
    }

    /** A unit's visits, the latest first; an appointment counts by its time. */
    public List<Visit> latest(String unitId, int limit) {
        return db.sql("""
                        select * from visit_register where unit_id = :unit
                        order by coalesce(arrived_at, appointment_at) desc, visit_id desc limit :limit
                        """)
                .param("unit", unitId)
                .param("limit", limit)
                .query(Visit.class)
                .list();
    }

    /** A customer's visits that somebody received, the latest first. */
    public List<Visit> ofCustomer(long customerId, int limit) {
        return db.sql("""
                        select * from visit_register where customer_id = :customer and greeted_at is not null
                        order by greeted_at desc, visit_id desc limit :limit
                        """)
                .param("customer", customerId)
                .param("limit", limit)
                .query(Visit.class)
                .list();
    }

    /** Holds the row until the transaction ends, so that two events of one visit come one after the other. */
    Optional<Visit> lock(VisitKey key) {
        visits.forget(key);
        return visits.get(key, () -> read(key, " for update"));
    }

    /** Holds the row of somebody in line; empty when they are no longer, or somebody else is just dealing with them. */
    Optional<Visit> lockInLine(VisitKey key) {
        visits.forget(key);
        return visits.get(key, () -> read(key, " and waiting_for is not null for update skip locked"));
    }

    private Optional<Visit> read(VisitKey key, String more) {
        return db.sql("select * from visit_register where unit_id = :unit and visit_id = :visit" + more)
                .param("unit", key.unitId())
                .param("visit", key.visitId())
                .query(Visit.class)
                .optional();
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
                .param("phone", visit.visitorPhone())
                .param("visit", visit.visitId())
                .param("since", Timestamp.from(since))
                .query(Visit.class)
                .optional();
    }

    /** @return false when the visit is in the register already; waits for another transaction that enters it just now */
    boolean open(VisitKey key, String source, Announcement announced, String phone, String by, Instant now) {
        Optional<Visit> opened = db.sql("""
                        insert into visit_register (unit_id, visit_id, source, state, announced_at, announced_by,
                            appointment_at, meeting_point, arrived_at, visitor_name, visitor_raw, visitor_phone,
                            party_size, company, asked_for, purpose)
                        values (:unit, :visit, :source, :state, :now, :by, :appointment, :point, :arrived, :name, :raw,
                            :phone, :party, :company, :askedFor, :purpose)
                        on conflict do nothing
                        returning *
                        """)
                .param("unit", key.unitId())
                .param("visit", key.visitId())
                .param("source", source)
                .param("state", (announced.appointmentAt() == null ? VisitState.ARRIVED : VisitState.EXPECTED).name())
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("appointment", Changes.forColumn(announced.appointmentAt()))
                .param("point", announced.meetingPoint())
                .param("arrived", announced.appointmentAt() == null ? Timestamp.from(now) : null)
                .param("name", announced.visitorName())
                .param("raw", announced.visitorPhone())
                .param("phone", phone)
                .param("party", announced.partySize())
                .param("company", announced.company())
                .param("askedFor", announced.namedAgent())
                .param("purpose", announced.purpose())
                .query(Visit.class)
                .optional();
        opened.ifPresent(visit -> {
            visits.put(key, visit);
            events.publishEvent(new VisitChanged(key.unitId()));
        });
        return opened.isPresent();
    }

    /** @return false when the event has come before */
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

    /**
     * Changes columns of a visit.
     *
     * @param changes column names (ours, never a user's words) and values; an {@link Instant} or enum is converted
     */
    Visit change(VisitKey key, Map<String, ?> changes) {
        Changes columns = Changes.of(changes);
        boolean line = changes.containsKey("waiting_for");
        Queue before = line ? find(key).map(Visit::waitingFor).orElse(null) : null;
        Visit visit = db.sql("update visit_register set " + columns.sql()
                        + " where unit_id = :key_unit and visit_id = :key_visit returning *")
                .params(columns.values())
                .param("key_unit", key.unitId())
                .param("key_visit", key.visitId())
                .query(Visit.class)
                .optional()
                .orElseThrow(() -> new UnknownVisitException(key));
        visits.put(key, visit);
        if (line && before != visit.waitingFor()) {
            events.publishEvent(new LineChanged(key.unitId()));
        }
        events.publishEvent(new VisitChanged(key.unitId()));
        return visit;
    }
}
