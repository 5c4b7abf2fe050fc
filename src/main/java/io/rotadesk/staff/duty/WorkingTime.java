package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * Limits for work that no caller and no visitor waits for. They go on only while people of the unit work: nothing is late
 * at night or on a closed day; work that is one person's alone not during their leave either (decision 0067).
 */
@Component
public class WorkingTime {

    /** A unit that is closed for longer than this many days has no working time to wait for. */
    private static final int LONGEST_CLOSED = 60;

    private final Units units;
    private final DutyDays days;
    private final Presence presence;

    WorkingTime(Units units, DutyDays days, Presence presence) {
        this.units = units;
        this.days = days;
        this.presence = presence;
    }

    /**
     * When this much working time has gone by. The day on which it begins counts as open: somebody has just worked. No
     * other day is looked up unless the time reaches it.
     *
     * @param from when the time begins
     */
    public Instant after(String unitId, Instant from, Duration time) {
        Unit unit = units.get(unitId);
        return after(unit, from, day(unit, from), time);
    }

    /**
     * The same for one person: if they are on leave, the time begins when they are back.
     *
     * @param login of the person who has to do the work
     */
    public Instant after(String unitId, String login, Instant from, Duration time) {
        Unit unit = units.get(unitId);
        LocalDate today = day(unit, from);
        LocalDate back = today;
        for (Presence.Leave leave : presence.leaves(login, today)) {
            if (!leave.from().isAfter(back)) {
                back = leave.to().plusDays(1);
            }
        }
        if (back.equals(today)) {
            return after(unit, from, today, time);
        }
        Instant begins = back.atStartOfDay(unit.settings().zone()).toInstant();
        return after(unit, begins, today, time);
    }

    private Instant after(Unit unit, Instant from, LocalDate today, Duration time) {
        WorkSettings hours = unit.settings().get(WorkSettings.class);
        Duration left = time;
        LocalDate first = day(unit, from);
        for (LocalDate day = first; day.isBefore(first.plusDays(LONGEST_CLOSED)); day = day.plusDays(1)) {
            Instant begins = later(from, at(unit, day, hours.isLimited() ? hours.workBegins() : LocalTime.MIN));
            Instant ends =
                    hours.isLimited() ? at(unit, day, hours.workEnds()) : at(unit, day.plusDays(1), LocalTime.MIN);
            if (begins.isBefore(ends) && (day.equals(today) || !days.isClosed(unit, day))) {
                Duration works = Duration.between(begins, ends);
                if (left.compareTo(works) <= 0) {
                    return begins.plus(left);
                }
                left = left.minus(works);
            }
        }
        return from.plus(time);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant at(Unit unit, LocalDate day, LocalTime time) {
        ZoneId zone = unit.settings().zone();
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static LocalDate day(Unit unit, Instant instant) {
        return LocalDate.ofInstant(instant, unit.settings().zone());
    }
}
