package io.rotadesk.petition.workday;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a deadline comes about, day by day.
 *
 * @param begins the day of the event from which the limit is counted
 * @param days every day from that one to the last, in order
 * @param last the last day of the limit
 * @param unknownYears the years of these days for which no calendar was entered: the deadline may still move
 */
public record Computation(Limit limit, LocalDate begins, List<Day> days, LocalDate last, SortedSet<Year> unknownYears) {

    /** The reason why a day counts or does not. */
    public enum Why {
        /** The day of the event: does not count. */
        BEGINS,
        /** Counts. */
        COUNTS,
        /** A day of the weekend that is worked instead of a holiday: counts. */
        MAKEUP,
        /** A day of the week on which the unit never works: does not count. */
        RESTS,
        /** A holiday, also on a weekend: does not count. */
        HOLIDAY,
        /** All days are counted, but the unit is closed, so that the limit goes on. */
        CLOSED,
        /** There is a hearing: does not count. */
        HEARING,
        /** The first working day after that: the limit ends here. */
        MOVED_ON
    }

    /**
     * @param number how many days are counted up to here
     * @param name of the holiday; null if it has none
     */
    public record Day(LocalDate date, Why why, int number, String name) {

        /** Whether it has a number of its own, or that of the day on which the limit would have ended. */
        public boolean counted() {
            return why != Why.BEGINS && why != Why.RESTS && why != Why.HOLIDAY && why != Why.HEARING;
        }
    }

    static Computation of(Limit limit, LocalDate begins, Workdays workdays) {
        return of(limit, begins, workdays, Set.of());
    }

    /** @param hearing the days of a hearing, which do not count */
    static Computation of(Limit limit, LocalDate begins, Workdays workdays, Set<LocalDate> hearing) {
        LocalDate last = limit.last(begins, workdays, hearing);
        LocalDate end = limit.end(begins, workdays, hearing);
        SortedSet<Year> unknown = new TreeSet<>();
        List<Day> days = new ArrayList<>();
        days.add(new Day(begins, Why.BEGINS, 0, workdays.name(begins)));
        int counted = 0;
        for (LocalDate date = begins.plusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
            Why why = why(limit, date, end, workdays, hearing);
            boolean counts = why == Why.COUNTS || why == Why.MAKEUP || why == Why.CLOSED;
            counted = Math.min(limit.days(), counts ? counted + 1 : counted);
            days.add(new Day(date, why, counted, workdays.name(date)));
            if (!workdays.knows(Year.from(date))) {
                unknown.add(Year.from(date));
            }
        }
        return new Computation(limit, begins, List.copyOf(days), last, unknown);
    }

    private static Why why(Limit limit, LocalDate date, LocalDate end, Workdays workdays, Set<LocalDate> hearing) {
        if (hearing.contains(date) && !date.isAfter(end)) {
            return Why.HEARING;
        }
        return limit.kind() == DayKind.WORKING ? ofWorkingDays(date, workdays) : ofCalendarDays(date, end, workdays);
    }

    private static Why ofWorkingDays(LocalDate date, Workdays workdays) {
        if (workdays.isWorking(date)) {
            return workdays.isUsual(date) ? Why.COUNTS : Why.MAKEUP;
        }
        return workdays.exceptions().containsKey(date) ? Why.HOLIDAY : Why.RESTS;
    }

    private static Why ofCalendarDays(LocalDate date, LocalDate end, Workdays workdays) {
        if (date.isBefore(end)) {
            return Why.COUNTS;
        }
        if (!workdays.isWorking(date)) {
            return Why.CLOSED;
        }
        return date.equals(end) ? Why.COUNTS : Why.MOVED_ON;
    }

    /** The holidays and the days worked instead that made a difference, in order. */
    public List<Day> exceptions() {
        return days.stream()
                .filter(day -> day.why() == Why.HOLIDAY
                        || day.why() == Why.MAKEUP
                        || day.why() == Why.CLOSED && day.name() != null)
                .toList();
    }

    /** Whether the limit ended on a day on which the unit is closed, and goes on to the next working day. */
    public boolean movedOn() {
        return days.get(days.size() - 1).why() == Why.MOVED_ON;
    }
}
