package io.rotadesk.petition.workday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The days that are worked. Counting always ends: at least one weekday is worked, and the exceptions are finite.
 *
 * @param week the weekdays that are worked; never empty
 * @param exceptions whether a day is worked, regardless of its weekday
 */
public record Workdays(Set<DayOfWeek> week, Map<LocalDate, Boolean> exceptions) {

    public Workdays {
        week = Set.copyOf(week);
        exceptions = Map.copyOf(exceptions);
        if (week.isEmpty()) {
            throw new IllegalArgumentException("no weekday is worked");
        }
    }

    public boolean isWorking(LocalDate day) {
        Boolean exception = exceptions.get(day);
        return exception != null ? exception : week.contains(day.getDayOfWeek());
    }

    /**
     * The n-th working day after this day, which does not count itself, worked or not.
     *
     * @param days at least 1
     */
    public LocalDate after(LocalDate day, int days) {
        LocalDate there = day;
        for (int left = days; left > 0; ) {
            there = there.plusDays(1);
            left -= isWorking(there) ? 1 : 0;
        }
        return there;
    }

    /**
     * The day from which this many working days are left, including the last day if it is worked.
     *
     * @param days at least 1
     */
    public LocalDate untilLeft(LocalDate last, int days) {
        LocalDate there = last.plusDays(1);
        for (int left = days; left > 0; ) {
            there = there.minusDays(1);
            left -= isWorking(there) ? 1 : 0;
        }
        return there;
    }

    /** The number of working days after the first day, up to and including the last; 0 for two equal days. */
    public int between(LocalDate first, LocalDate last) {
        return (int) first.plusDays(1)
                .datesUntil(last.isAfter(first) ? last.plusDays(1) : first.plusDays(1))
                .filter(this::isWorking)
                .count();
    }
}
