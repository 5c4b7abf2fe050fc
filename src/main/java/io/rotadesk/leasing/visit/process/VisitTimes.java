package io.rotadesk.leasing.visit.process;

import io.rotadesk.leasing.visit.Meetings;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitSettings;
import io.rotadesk.staff.duty.WorkingTime;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The due times of a visit's tasks, by the unit's settings. A late agent is reminded, and after twice the time the
 * manager is told. Where nobody waits, only working time counts.
 */
@Component
class VisitTimes {

    /** An agent who has met the visitor is with them; the task does not go to anybody else. */
    private static final Duration ALL_DAY = Duration.ofHours(24);

    private final Meetings meetings;
    private final Units units;
    private final WorkingTime working;
    private final Clock clock;

    VisitTimes(Meetings meetings, Units units, WorkingTime working, Clock clock) {
        this.meetings = meetings;
        this.units = units;
        this.working = working;
        this.clock = clock;
    }

    Date meetAt(Visit visit) {
        return Date.from(meetings.meetAt(visit));
    }

    Date meetBy(Visit visit) {
        return Date.from(meetings.meetBy(visit));
    }

    Date greetUntil(Visit visit) {
        return visit.coming().arrival() == null
                ? after(visit, settings -> settings.get(VisitSettings.class).greetTime())
                : Date.from(clock.instant().plus(ALL_DAY));
    }

    Date comeUntil(Visit visit) {
        return after(visit, settings -> settings.get(VisitSettings.class).comeTime());
    }

    /**
     * Counts from arrival if agents failed to greet the visitor before, else from joining the line. Once that time is
     * over, they wait because the manager decided so.
     */
    Date waitUntil(Visit visit) {
        Duration time =
                units.get(visit.unitId()).settings().get(VisitSettings.class).waitTime();
        Instant now = clock.instant();
        return Date.from(Stream.of(visit.coming().arrivedAt(), visit.inLine().since(), now)
                .filter(Objects::nonNull)
                .map(since -> since.plus(time))
                .filter(until -> until.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(now));
    }

    /** Not before people work. */
    Date atWork(Visit visit, Function<UnitSettings, Duration> time) {
        return Date.from(working.after(visit.unitId(), clock.instant(), time(visit, time)));
    }

    Date atWorkTwice(Visit visit, Function<UnitSettings, Duration> time) {
        return atWork(visit, settings -> time.apply(settings).multipliedBy(2));
    }

    /**
     * Not before this person works.
     *
     * @param login null if the task is nobody's yet
     */
    Date atWork(Visit visit, String login, Function<UnitSettings, Duration> time) {
        return login == null
                ? atWork(visit, time)
                : Date.from(working.after(visit.unitId(), login, clock.instant(), time(visit, time)));
    }

    /** @param login as for {@link #atWork(Visit, String, Function)} */
    Date atWorkTwice(Visit visit, String login, Function<UnitSettings, Duration> time) {
        return atWork(visit, login, settings -> time.apply(settings).multipliedBy(2));
    }

    private Duration time(Visit visit, Function<UnitSettings, Duration> time) {
        return time.apply(units.get(visit.unitId()).settings());
    }

    private Date after(Visit visit, Function<UnitSettings, Duration> time) {
        return Date.from(clock.instant().plus(time(visit, time)));
    }
}
