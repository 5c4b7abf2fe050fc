package io.rotadesk.web.api.kiosk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.rotadesk.platform.input.AnyTime;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A time as a sender writes it: with an offset, in the unit's local time, or as a number of seconds or milliseconds since
 * 1970.
 */
@JsonDeserialize(using = SentTime.Reader.class)
record SentTime(String written) {

    /** @param zone of a time without offset */
    Instant in(ZoneId zone) {
        return AnyTime.read(written, zone)
                .or(() -> AnyTime.read(written, ZoneOffset.UTC))
                .orElseThrow();
    }

    /** Rejects a value that is no date and time, or lies outside the sensible years. */
    static class Reader extends StdScalarDeserializer<SentTime> {

        Reader() {
            super(SentTime.class);
        }

        @Override
        public SentTime deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING) && !json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return (SentTime) context.handleUnexpectedToken(OffsetDateTime.class, json);
            }
            String text = json.getText();
            return AnyTime.read(text, ZoneOffset.UTC).isPresent()
                    ? new SentTime(text)
                    : (SentTime) context.handleWeirdStringValue(OffsetDateTime.class, text, "not a sensible time");
        }
    }
}
