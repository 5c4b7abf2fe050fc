package io.rotadesk.petition.workday;

import java.time.LocalDate;
import java.util.Set;

/**
 * The time that a step may take.
 *
 * @param days at least 1
 */
public record Limit(Step step, int days, DayKind kind) {

    /** The event from which it is counted. */
    public CountedFrom from() {
        return step.from();
    }

    /**
     * The last day.
     *
     * @param begins the day of the event from which it is counted; it does not count itself
     */
    LocalDate last(LocalDate begins, Workdays workdays) {
        return last(begins, workdays, Set.of());
    }

    /** @param leftOut days that do not count, such as those of a hearing */
    LocalDate last(LocalDate begins, Workdays workdays, Set<LocalDate> leftOut) {
        LocalDate end = end(begins, workdays, leftOut);
        return kind == DayKind.WORKING ? end : workdays.workingFrom(end);
    }

    /** The day on which as many days as the limit has are counted; the unit may be closed then. */
    LocalDate end(LocalDate begins, Workdays workdays, Set<LocalDate> leftOut) {
        if (leftOut.isEmpty()) {
            return kind == DayKind.WORKING ? workdays.after(begins, days) : begins.plusDays(days);
        }
        LocalDate day = begins;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            boolean counts = !leftOut.contains(day) && (kind == DayKind.CALENDAR || workdays.isWorking(day));
            counted += counts ? 1 : 0;
        }
        return day;
    }
}
