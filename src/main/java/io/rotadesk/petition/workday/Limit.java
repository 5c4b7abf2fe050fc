package io.rotadesk.petition.workday;

import java.time.LocalDate;

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
        return kind == DayKind.WORKING ? workdays.after(begins, days) : workdays.workingFrom(begins.plusDays(days));
    }
}
