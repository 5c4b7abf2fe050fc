package io.rotadesk.engine;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** How the date and time fields of a form write their values: local, or with an offset where the form says so. */
final class DateTimeText {

    private static final List<DateTimeFormatter> TIMES =
            List.of(DateTimeFormatter.ISO_LOCAL_TIME, DateTimeFormatter.ISO_OFFSET_TIME);
    private static final List<DateTimeFormatter> DATE_TIMES =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE_TIME, DateTimeFormatter.ISO_OFFSET_DATE_TIME);

    private DateTimeText() {}

    /** @param subtype of the field in the form's schema: date, time or datetime */
    static boolean isValid(String subtype, String text) {
        List<DateTimeFormatter> formats = switch (subtype) {
            case "time" -> TIMES;
            case "datetime" -> DATE_TIMES;
            default -> List.of(DateTimeFormatter.ISO_LOCAL_DATE);
        };
        return formats.stream().anyMatch(format -> reads(format, text));
    }

    private static boolean reads(DateTimeFormatter format, String text) {
        try {
            format.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
