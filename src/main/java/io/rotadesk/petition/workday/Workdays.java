package io.rotadesk.petition.workday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Map;
import java.util.Set;

/**
 * The days that are worked. Counting always ends: at least one weekday is worked, and the exceptions are finite.
 *
 * @param week the weekdays that are worked; never empty
 * @param exceptions whether a day is worked, regardless of its weekday
 * @param names of the exceptions that have one
 */
public record Workdays(Set<DayOfWeek> week, Map<LocalDate, Boolean> exceptions, Map<LocalDate, String> names) {

    /** New Year's holiday is published with the year before. */
    private static final int NEW_YEAR_ENDS = 3;

    public Workdays {
        week = Set.copyOf(week);
        exceptions = Map.copyOf(exceptions);
        names = Map.copyOf(names);
        if (week.isEmpty()) {
            throw new IllegalArgumentException("no weekday is worked");
        }
    }

    public Workdays(Set<DayOfWeek> week, Map<LocalDate, Boolean> exceptions) {
        this(week, exceptions, Map.of());
    }

    public boolean isWorking(LocalDate day) {
        Boolean exception = exceptions.get(day);
        return exception != null ? exception : week.contains(day.getDayOfWeek());
    }

    /** Whether the day is as its weekday says. */
    boolean isUsual(LocalDate day) {
        return isWorking(day) == week.contains(day.getDayOfWeek());
    }

    /** The name of the holiday, or of the day worked instead; null if it has none. */
    public String name(LocalDate day) {
        return names.get(day);
    }

    /**
     * Whether the year's holidays were entered. The first days of January alone do not tell: some were published with the
     * year before.
     */
    public boolean knows(Year year) {
        return exceptions.keySet().stream()
                .anyMatch(day -> day.getYear() == year.getValue()
                        && (day.getMonth() != Month.JANUARY || day.getDayOfMonth() > NEW_YEAR_ENDS));
    }

    /** This day if it is worked, or else the next one that is. */
    public LocalDate workingFrom(LocalDate day) {
        LocalDate there = day;
        while (!isWorking(there)) {
            there = there.plusDays(1);
        }
        return there;
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
