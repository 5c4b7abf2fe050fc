package io.rotadesk.leasing.visit;

import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitClock;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the agent of an appointment free for it, and tells them: in good time where they have to be, and at once when the
 * visitor has come (L3.2a).
 */
@Component
class MeetingBookings {

    private static final String TASKS = "/camunda/app/tasklist/";

    private final Units units;
    private final Rota rota;
    private final Notices notices;
    private final Clock clock;

    MeetingBookings(Units units, Rota rota, Notices notices, Clock clock) {
        this.units = units;
        this.rota = rota;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param beThere the time by which the agent has to be at the meeting point */
    void chosen(Visit visit, String agent, Instant beThere) {
        Unit unit = units.get(visit.unitId());
        if (visit.coming().arrivedAt() != null) {
            rota.book(visit.key().contact(), agent, clock.instant(), until(visit, unit));
            tell(NoticeKind.APPOINTMENT_ARRIVED, visit, agent, meetingPoint(visit, unit));
        } else {
            Instant at = visit.coming().appointmentAt();
            rota.book(visit.key().contact(), agent, at.minus(settings(unit).keepFreeBefore()), until(visit, unit));
            UnitClock time = unit.clock();
            tell(NoticeKind.APPOINTMENT_NEAR, visit, agent, time.time(at), time.time(beThere));
        }
    }

    /** The visitor is here, and the agent is not with them yet. */
    void arrived(Visit visit) {
        over(visit.key());
        chosen(visit, visit.host().agent(), null);
    }

    /** They have met, or it is not this agent and this time any more. */
    void over(VisitKey key) {
        rota.endBooking(key.contact());
        notices.settle(NoticeKind.APPOINTMENT_NEAR, key.unitId(), key.toString());
    }

    /** It is another time or place now: what the managers were told of the earlier one is settled, too. */
    void moved(VisitKey key) {
        over(key);
        notices.settle(NoticeKind.APPOINTMENT_MISSED, key.unitId(), key.toString());
    }

    /** The visit has ended in some other way, too: the agent is kept free for nobody. */
    @EventListener
    void noLongerWaits(NoLongerWaits visitor) {
        rota.endBooking(visitor.key().contact());
    }

    private void tell(NoticeKind kind, Visit visit, String agent, String... words) {
        notices.tell(kind, visit.unitId(), List.of(agent), visit.key().toString(), TASKS, words);
    }

    private static Instant until(Visit visit, Unit unit) {
        Instant appointment = visit.coming().appointmentAt();
        Instant arrived = visit.coming().arrivedAt();
        Instant from = arrived != null && arrived.isAfter(appointment) ? arrived : appointment;
        return from.plus(settings(unit).keepFreeAfter());
    }

    private static String meetingPoint(Visit visit, Unit unit) {
        return visit.coming().meetingPoint() != null
                ? visit.coming().meetingPoint()
                : settings(unit).meetingPoint();
    }

    private static VisitSettings settings(Unit unit) {
        return unit.settings().get(VisitSettings.class);
    }
}
