package io.rotadesk.staff.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Instants as the people of a unit read them, the same in every language.
 *
 * @param zone the unit's time zone
 */
public record UnitClock(ZoneId zone) {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** {@code 2026-11-29 16:05}. */
    public String dayAndTime(Instant instant) {
        return DAY_AND_TIME.format(instant.atZone(zone));
    }

    /** {@code 16:05}. */
    public String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /** A time by which something must be done: only the day if it is the end of one. */
    public String due(Instant deadline) {
        return isEndOfDay(deadline) ? lastDay(deadline).toString() : dayAndTime(deadline);
    }

    /** The same for something that has to be done today: the day if it is the end of one, else the time of day. */
    public String dueToday(Instant deadline) {
        return isEndOfDay(deadline) ? lastDay(deadline).toString() : time(deadline);
    }

    /** Deadlines of earlier versions passed when the next day began. */
    private LocalDate lastDay(Instant deadline) {
        return day(deadline.minusNanos(1));
    }

    private boolean isEndOfDay(Instant deadline) {
        Instant nextDay = lastDay(deadline).plusDays(1).atStartOfDay(zone).toInstant();
        return !deadline.isBefore(nextDay.minusSeconds(1));
    }

    /** The date on which it was in the unit. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
