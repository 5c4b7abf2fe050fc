package io.rotadesk.petition.workday;

import java.time.LocalDate;

/**
 * A day that is not what its weekday says.
 *
 * @param working false for a holiday, true for a day that is worked instead
 * @param name of the holiday; null if none was given
 */
public record CalendarDay(LocalDate day, boolean working, String name) {}
