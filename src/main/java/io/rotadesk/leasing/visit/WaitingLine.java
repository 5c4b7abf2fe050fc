package io.rotadesk.leasing.visit;

import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Queue;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Visitors for whom nobody is free yet: in order of arrival, appointments at their time (L3.1). {@link VisitLineWatch}
 * makes sure that an agent who becomes free is offered to the first of them.
 */
@Service
@Transactional
public class WaitingLine {

    // A visitor who came early for an appointment has their place at its time; one who came late, at their arrival.
    private static final String PLACE = "greatest(v.arrived_at, v.appointment_at)";

    private static final String IN_LINE = """
            from visit_register v
            where v.unit_id = :unit and v.waiting_for is not null
              and (v.arrived_at is not null or v.appointment_at <= :now)
            """;

    private final JdbcClient db;
    private final Visits visits;
    private final Rota rota;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WaitingLine(JdbcClient db, Visits visits, Rota rota, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.visits = visits;
        this.rota = rota;
        this.events = events;
        this.clock = clock;
    }

    /** The visitors who wait in a unit, next first. */
    @Transactional(readOnly = true)
    public List<Visit> of(String unitId) {
        return db.sql("select v.* " + IN_LINE + " order by " + PLACE + ", v.announced_at, v.visit_id")
                .param("unit", unitId)
                .param("now", Timestamp.from(clock.instant()))
                .query(visits.rows())
                .list();
    }

    /**
     * Puts the visitor in line; the agent who was with them is free.
     *
     * @param queue the queue whose next agent the visitor waits for: VISIT or HELPER
     */
    public void enter(VisitKey key, Queue queue) {
        Visit visit = visits.get(key);
        Visit waiting = visit.waitsFor(queue, clock.instant());
        rota.finished(key.contact());
        visits.save(visit, waiting);
    }

    /** Records that a visitor who waited for the time of their appointment may now be offered. */
    void here(VisitKey key) {
        events.publishEvent(new LineChanged(key.unitId()));
    }

    /** Whether somebody who came before this visitor waits for the same queue. */
    boolean othersWait(Visit visit, Queue queue) {
        return db.sql("select exists (select " + IN_LINE + " and v.visit_id <> :visit and v.waiting_for = :queue and "
                        + PLACE + " < greatest(cast(:arrived as timestamptz), cast(:appointment as timestamptz)))")
                .param("unit", visit.unitId())
                .param("now", Timestamp.from(clock.instant()))
                .param("visit", visit.visitId())
                .param("queue", queue.name())
                .param(
                        "arrived",
                        visit.coming().arrivedAt() == null
                                ? null
                                : Timestamp.from(visit.coming().arrivedAt()))
                .param(
                        "appointment",
                        visit.coming().appointmentAt() == null
                                ? null
                                : Timestamp.from(visit.coming().appointmentAt()))
                .query(Boolean.class)
                .single();
    }

    /** The visitors in line before this one. */
    List<Visit> before(Visit visit) {
        return db.sql("select v.* " + IN_LINE + " and (" + PLACE + ", v.announced_at, v.visit_id) < (select " + PLACE
                        + ", v.announced_at, v.visit_id from visit_register v"
                        + " where v.unit_id = :unit and v.visit_id = :visit)")
                .param("unit", visit.unitId())
                .param("now", Timestamp.from(clock.instant()))
                .param("visit", visit.visitId())
                .query(visits.rows())
                .list();
    }

    /** Those of these units, and of these agents' units, in which somebody waits. */
    List<String> units(List<String> units, List<String> logins) {
        return db.sql("""
                        select distinct unit_id from visit_register where waiting_for is not null
                          and (unit_id = any (:units) or unit_id in (select unit_id from agent where login = any (:logins)))
                        """)
                .param("units", units.toArray(String[]::new))
                .param("logins", logins.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** All units in which somebody waits. */
    List<String> units() {
        return db.sql("select distinct unit_id from visit_register where waiting_for is not null")
                .query(String.class)
                .list();
    }
}
