package io.rotadesk.platform.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a time as other systems write it: with an offset or as the local time of a place, with or without seconds, or as
 * seconds or milliseconds since 1970.
 */
public final class AnyTime {

    private static final int LONGEST = 60;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}(\\.[0-9]{1,9})?");
    private static final Pattern COMPACT = Pattern.compile("20[0-9]{12}");

    /** Each step is a thousand times finer: seconds, milliseconds, microseconds, nanoseconds. */
    private static final List<Long> UNITS_A_SECOND = List.of(1L, 1_000L, 1_000_000L, 1_000_000_000L);

    private static final List<DateTimeFormatter> FORMATS = Stream.of(
                    "yyyy-M-d[ ]['T'][ ]H:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S][ ][XXX][XX][X]",
                    "yyyy-M-d[ ]['T']h:mm[:ss][ ]a",
                    "M/d/yyyy H:mm[:ss]",
                    "M/d/yyyy h:mm[:ss] a",
                    "d.M.yyyy H:mm[:ss]")
            .map(pattern -> new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(Locale.ENGLISH))
            .toList();

    private AnyTime() {}

    /**
     * @param sent may be null
     * @param zone of a time without offset
     * @return to the microsecond, as a database keeps it; empty if it is no time, or lies outside the sensible years
     */
    public static Optional<Instant> read(String sent, ZoneId zone) {
        String text = sent == null ? "" : SafeText.cleaned(sent).strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return read(text)
                .map(time -> instant(time, zone))
                .filter(Times::isSensible)
                .map(time -> time.truncatedTo(ChronoUnit.MICROS));
    }

    private static Optional<TemporalAccessor> read(String text) {
        if (COMPACT.matcher(text).matches()) {
            return parsed(text, DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT));
        }
        if (NUMBER.matcher(text).matches()) {
            return number(text);
        }
        String dashed = text.replaceFirst("^([0-9]{4})[/.年]([0-9]{1,2})[/.月]([0-9]{1,2})日?", "$1-$2-$3")
                .replace(',', '.');
        return Stream.concat(
                        Stream.of(DateTimeFormatter.ISO_DATE_TIME, DateTimeFormatter.RFC_1123_DATE_TIME),
                        FORMATS.stream())
                .flatMap(format ->
                        parsed(format == DateTimeFormatter.RFC_1123_DATE_TIME ? text : dashed, format).stream())
                .findFirst();
    }

    private static Optional<TemporalAccessor> parsed(String text, DateTimeFormatter format) {
        try {
            return Optional.of(format.parseBest(text, ZonedDateTime::from, Instant::from, LocalDateTime::from));
        } catch (DateTimeException otherFormat) {
            return Optional.empty();
        }
    }

    /** The unit that makes it a sensible time. */
    private static Optional<TemporalAccessor> number(String text) {
        try {
            long whole = Long.parseLong(text.replaceFirst("\\..*", ""));
            return UNITS_A_SECOND.stream()
                    .map(units -> Instant.ofEpochSecond(whole / units, whole % units * (1_000_000_000L / units)))
                    .filter(Times::isSensible)
                    .map(TemporalAccessor.class::cast)
                    .findFirst();
        } catch (NumberFormatException | DateTimeException tooLarge) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor time, ZoneId zone) {
        if (time instanceof Instant instant) {
            return instant;
        }
        return time instanceof LocalDateTime local
                ? local.atZone(zone).toInstant()
                : ((ZonedDateTime) time).toInstant();
    }
}
