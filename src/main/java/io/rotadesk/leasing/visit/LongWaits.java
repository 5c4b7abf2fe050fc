package io.rotadesk.leasing.visit;

import static io.rotadesk.staff.notice.NoticeKind.APPOINTMENT_MISSED;
import static io.rotadesk.staff.notice.NoticeKind.VISITOR_WAITING;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.OneByOne;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the managers once of a visitor who has waited too long, also while agents are asked one after the other and none
 * of them comes (L3.1), or as soon as everybody who is free has said that they cannot; and of an agent who does not come to the visitor whom they have an appointment with (L3.2a).
 */
@Component
class LongWaits implements Mending {

    private static final String HERE = """
            select v.* from visit_register v
            where v.state in ('EXPECTED', 'ARRIVED', 'OFFERED', 'WAITING') and v.arrived_at is not null
            """;

    private final JdbcClient db;
    private final Visits visits;
    private final Units units;
    private final MissedAppointments missed;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LongWaits(
            JdbcClient db,
            Visits visits,
            Units units,
            MissedAppointments missed,
            Notices notices,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.db = db;
        this.visits = visits;
        this.units = units;
        this.missed = missed;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void mend() {
        List<VisitKey> late = db.sql(HERE).query(visits.rows()).list().stream()
                .filter(this::isTooLong)
                .map(Visit::key)
                .toList();
        OneByOne.mend(late, key -> transaction.executeWithoutResult(status -> tellIfStillHere(key)));
    }

    /** Somebody may have received the visitor meanwhile: nobody would settle a notice that comes after that. */
    private void tellIfStillHere(VisitKey key) {
        visits.hold(key)
                .filter(visit -> visit.isOpenAtTheDoor() && visit.coming().arrivedAt() != null)
                .filter(this::isTooLong)
                .ifPresent(this::tell);
    }

    private boolean isTooLong(Visit visit) {
        Instant since = visit.waitingSince();
        if (since == null) {
            // Somebody greeted the visitor, and stays with them until the person who was called comes.
            return false;
        }
        VisitSettings settings = units.get(visit.unitId()).settings().get(VisitSettings.class);
        Instant until = since.plus(visit.state() == VisitState.EXPECTED ? settings.greetTime() : settings.waitTime());
        return !until.isAfter(clock.instant());
    }

    private void tell(Visit visit) {
        if (visit.state() == VisitState.EXPECTED && visit.host().agent() != null) {
            missed.tell(visit, leaders(units.get(visit.unitId())));
        } else {
            tellManagers(visit);
        }
    }

    /** Tells them that the visitor waits and that they should act; once, until somebody has received the visitor. */
    void tellManagers(Visit visit) {
        Unit unit = units.get(visit.unitId());
        String subject = visit.key().toString();
        if (!notices.isTold(VISITOR_WAITING, unit.id(), subject)) {
            String since = unit.clock().time(visit.waitingSince());
            notices.tell(
                    VISITOR_WAITING, unit.id(), leaders(unit), subject, "/desk/reception?unit=" + unit.id(), since);
        }
    }

    private static List<String> leaders(Unit unit) {
        return Stream.concat(unit.managers().stream(), unit.deputies().stream()).toList();
    }

    /** Nobody needs to act any more. */
    @EventListener
    void noLongerWaits(NoLongerWaits visitor) {
        VisitKey key = visitor.key();
        Stream.of(NoticeKind.values())
                .filter(kind -> kind == VISITOR_WAITING
                        || kind == APPOINTMENT_MISSED
                        || kind == NoticeKind.APPOINTMENT_ARRIVED
                        || kind == NoticeKind.APPOINTMENT_NEAR)
                .forEach(kind -> notices.settle(kind, key.unitId(), key.toString()));
    }
}
