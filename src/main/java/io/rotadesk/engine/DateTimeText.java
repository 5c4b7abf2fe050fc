package io.rotadesk.engine;

import io.rotadesk.platform.input.Times;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Set;

/**
 * Reads the values of a form's date and time fields: local, or with an offset if the form says so. Days must be
 * sensible ({@link Times}). All code that reads such values does so here.
 */
final class DateTimeText {

    /** The possible subtypes of a field in the form's schema. */
    static final Set<String> KINDS = Set.of("date", "time", "datetime");

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

    /** @throws DateTimeException unless it is a sensible day such as 2026-03-02 */
    static LocalDate date(String text) {
        return Times.sensible(LocalDate.parse(text));
    }

    /**
     * @return an {@link OffsetDateTime} where the text has an offset, else a {@link LocalDateTime}
     * @throws DateTimeException unless it is a sensible day and time such as 2026-03-02T09:30
     */
    static TemporalAccessor dateTime(String text) {
        return Times.sensible(DateTimeFormatter.ISO_DATE_TIME.parseBest(
                withoutZone(text), OffsetDateTime::from, LocalDateTime::from));
    }

    private static String withoutZone(String text) {
        if (text.indexOf('[') >= 0) {
            throw new DateTimeException("No names of zones");
        }
        return text;
    }
}
