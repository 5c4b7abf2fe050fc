package io.rotadesk.kiosk;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** A time as a sender writes it: with an offset, or as the clock at the unit shows it. */
record SentTime(TemporalAccessor written) {

    /** @throws java.time.format.DateTimeParseException when it is no ISO date and time */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SentTime of(String text) {
        return new SentTime(DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from));
    }

    /** @param zone of a time without offset */
    Instant in(ZoneId zone) {
        return written instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(written);
    }
}
