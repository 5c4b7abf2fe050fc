package io.rotadesk.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Set;

/**
 * How the date and time fields of a form write their values: local, or with an offset where the form says so. Days are of
 * the years 2000 to 2100; whatever reads such a value reads it here.
 */
final class DateTimeText {

    /** What a field's subtype in the form's schema can be. */
    static final Set<String> KINDS = Set.of("date", "time", "datetime");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private DateTimeText() {}

    /** @param subtype of the field in the form's schema: date, time or datetime */
    static boolean isValid(String subtype, String text) {
        try {
            switch (subtype) {
                case "date" -> date(text);
                case "datetime" -> dateTime(text);
                case "time" -> DateTimeFormatter.ISO_TIME.parseBest(text, OffsetTime::from, LocalTime::from);
                default -> {
                    return false;
                }
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** @throws DateTimeException when it is no day of these years, such as 2026-03-02 */
    static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        checkYear(date);
        return date;
    }

    /**
     * @return an {@link OffsetDateTime} where the text has an offset, else a {@link LocalDateTime}
     * @throws DateTimeException when it is no day and time of these years, such as 2026-03-02T09:30
     */
    static TemporalAccessor dateTime(String text) {
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(withoutZone(text), OffsetDateTime::from, LocalDateTime::from);
        checkYear(time);
        return time;
    }

    private static String withoutZone(String text) {
        if (text.indexOf('[') >= 0) {
            throw new DateTimeException("No names of zones");
        }
        return text;
    }

    private static void checkYear(TemporalAccessor time) {
        int year = time.get(ChronoField.YEAR);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("Not in " + FIRST_YEAR + " to " + LAST_YEAR);
        }
    }
}
