package io.rotadesk.web.api.kiosk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.rotadesk.platform.input.Times;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** A time as a sender writes it: with an offset, or in the unit's local time. */
@JsonDeserialize(using = SentTime.Reader.class)
record SentTime(TemporalAccessor written) {

    /** @param zone of a time without offset */
    Instant in(ZoneId zone) {
        return written instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(written);
    }

    /** Rejects a value that is no ISO date and time, or lies outside the sensible years. */
    static class Reader extends StdScalarDeserializer<SentTime> {

        Reader() {
            super(SentTime.class);
        }

        @Override
        public SentTime deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (SentTime) context.handleUnexpectedToken(OffsetDateTime.class, json);
            }
            String text = json.getText();
            try {
                return new SentTime(Times.sensible(
                        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)));
            } catch (DateTimeException e) {
                return (SentTime) context.handleWeirdStringValue(OffsetDateTime.class, text, "not a sensible time");
            }
        }
    }
}
