package io.rotadesk.platform.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/** The sensible days and times: those of the years 2000 to 2100. */
public final class Times {

    /** The first and the last year, as constants that an annotation can name. */
    public static final int FIRST_YEAR = 2000;

    public static final int LAST_YEAR = 2100;

    private Times() {}

    /**
     * @param time a day, a month, a year, or a point in time; a time of day is always sensible
     * @return the same
     * @throws DateTimeException if it lies outside the sensible years
     */
    public static <T extends TemporalAccessor> T sensible(T time) {
        if (!isSensible(time)) {
            throw new DateTimeException("not of the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return time;
    }

    /** Whether it lies within the sensible years. */
    public static boolean isSensible(TemporalAccessor time) {
        if (time instanceof LocalTime || time instanceof OffsetTime) {
            return true;
        }
        // Not converted to a date: there are points in time that no date can have.
        if (time instanceof Instant instant) {
            return !instant.isBefore(begin(FIRST_YEAR)) && instant.isBefore(begin(LAST_YEAR + 1));
        }
        int year = time.get(ChronoField.YEAR);
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static Instant begin(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
