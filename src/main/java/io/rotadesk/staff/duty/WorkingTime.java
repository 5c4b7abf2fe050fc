package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
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
        return after(units.get(unitId), List.of(), from, time);
    }

    /**
     * When so many days have gone by: closed days do not count, all others from midnight to midnight. For limits of days, whose
     * hours nobody counts.
     *
     * @param from when the time begins
     */
    public Instant afterDays(String unitId, Instant from, Duration time) {
        return after(units.get(unitId), WorkSettings.AROUND_THE_CLOCK, List.of(), from, time);
    }

    /**
     * The same for one person: days on which they are on leave do not count.
     *
     * @param login of the person who has to do the work
     */
    public Instant after(String unitId, String login, Instant from, Duration time) {
        Unit unit = units.get(unitId);
        return after(unit, presence.leaves(login, day(unit, from)), from, time);
    }

    private Instant after(Unit unit, List<Presence.Leave> leaves, Instant from, Duration time) {
        return after(unit, unit.settings().get(WorkSettings.class), leaves, from, time);
    }

    private Instant after(Unit unit, WorkSettings hours, List<Presence.Leave> leaves, Instant from, Duration time) {
        LocalDate today = day(unit, from);
        LocalDate last = leaves.stream()
                .map(Presence.Leave::to)
                .reduce(today, WorkingTime::later)
                .plusDays(LONGEST_CLOSED);
        Duration left = time;
        for (LocalDate day = today; day.isBefore(last); day = day.plusDays(1)) {
            Instant begins = later(from, at(unit, day, hours.isLimited() ? hours.workBegins() : LocalTime.MIN));
            Instant ends =
                    hours.isLimited() ? at(unit, day, hours.workEnds()) : at(unit, day.plusDays(1), LocalTime.MIN);
            boolean works = !isOnLeave(leaves, day) && (day.equals(today) || !days.isClosed(unit, day));
            if (works && begins.isBefore(ends)) {
                Duration open = Duration.between(begins, ends);
                if (left.compareTo(open) <= 0) {
                    return begins.plus(left);
                }
                left = left.minus(open);
            }
        }
        return from.plus(time);
    }

    private static boolean isOnLeave(List<Presence.Leave> leaves, LocalDate day) {
        return leaves.stream().anyMatch(leave -> !day.isBefore(leave.from()) && !day.isAfter(leave.to()));
    }

    private static <T extends Comparable<? super T>> T later(T one, T other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Instant at(Unit unit, LocalDate day, LocalTime time) {
        ZoneId zone = unit.settings().zone();
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static LocalDate day(Unit unit, Instant instant) {
        return LocalDate.ofInstant(instant, unit.settings().zone());
    }
}
