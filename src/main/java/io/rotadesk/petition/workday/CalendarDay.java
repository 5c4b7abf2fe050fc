package io.rotadesk.petition.workday;

import java.time.LocalDate;

/**
 * A day that differs from its weekday.
 *
 * @param working false for a holiday, true for a day that is worked instead
 * @param name the name of the holiday; null if none was given
 */
public record CalendarDay(LocalDate day, boolean working, String name) {}
