package io.rotadesk.web.desk;

import io.rotadesk.platform.phone.ClickToCall;
import io.rotadesk.platform.phone.PhoneNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * Writes values as the pages show them; templates call it {@code #shown}. Dates and times look the same in every
 * language, only {@link #date} is a sentence's date. A value that is missing stays missing.
 */
public final class Shown {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter DAY_AND_SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MONTH_DAY_AND_TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final MessageSource messages;
    private final ClickToCall dialling;
    private final Locale locale;

    Shown(MessageSource messages, ClickToCall dialling, Locale locale) {
        this.messages = messages;
        this.dialling = dialling;
        this.locale = locale;
    }

    /** The number as people here write it; empty if there is none. */
    public String phone(String number) {
        return PhoneNumbers.readable(number);
    }

    /** The address at which a telephone dials the number; null for a text that is no number, and if clicks dial nothing. */
    public String dial(String number) {
        return dialling.address(number).orElse(null);
    }

    /** {@code 2026-11-29}. */
    public String day(TemporalAccessor time) {
        return write(DAY, time);
    }

    public String day(Instant instant, ZoneId zone) {
        return write(DAY, instant, zone);
    }

    /** The last day of a validity that ends at this instant, the first one of the day after. */
    public String lastDay(Instant end, ZoneId zone) {
        return end == null ? null : day(end.minusMillis(1), zone);
    }

    /** {@code 2026-11-29 16:05}. */
    public String dayAndTime(TemporalAccessor time) {
        return write(DAY_AND_TIME, time);
    }

    public String dayAndTime(Instant instant, ZoneId zone) {
        return write(DAY_AND_TIME, instant, zone);
    }

    /** {@code 2026-11-29 16:05:30}. */
    public String dayAndSecond(TemporalAccessor time) {
        return write(DAY_AND_SECOND, time);
    }

    public String dayAndSecond(Instant instant, ZoneId zone) {
        return write(DAY_AND_SECOND, instant, zone);
    }

    /** {@code 11-29 16:05}. */
    public String monthDayAndTime(Instant instant, ZoneId zone) {
        return write(MONTH_DAY_AND_TIME, instant, zone);
    }

    /** {@code 16:05}. */
    public String time(TemporalAccessor time) {
        return write(TIME, time);
    }

    public String time(Instant instant, ZoneId zone) {
        return write(TIME, instant, zone);
    }

    /** {@code 16:05:30}. */
    public String second(Instant instant, ZoneId zone) {
        return write(SECOND, instant, zone);
    }

    /** The day with its weekday, in the reader's language. */
    public String date(LocalDate day) {
        return write("desk.date", day);
    }

    /** The short name of its weekday, in the reader's language. */
    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    }

    /** The day with its year, as a letter in the reader's language has it. */
    public String letterDate(LocalDate day) {
        return write("desk.letter.date", day);
    }

    /** The error page's word for an answer with this status; a part of its messages' keys. */
    public String failure(int status) {
        return switch (status) {
            case 403 -> "forbidden";
            case 404 -> "unknown";
            case 409 -> "tooLate";
            case 413 -> "tooLarge";
            case 503 -> "busy";
            default -> status < 500 ? "refused" : "failed";
        };
    }

    private String write(String pattern, LocalDate day) {
        return write(DateTimeFormatter.ofPattern(messages.getMessage(pattern, null, locale), locale), day);
    }

    private static String write(DateTimeFormatter format, Instant instant, ZoneId zone) {
        return instant == null ? null : format.format(instant.atZone(zone));
    }

    private static String write(DateTimeFormatter format, TemporalAccessor time) {
        return time == null ? null : format.format(time);
    }
}
