package io.rotadesk.web.api.telephony;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.rotadesk.platform.input.Times;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A time field of a call. A value that is no sensible time counts as left out, and the log mentions this once. */
class OddTime extends StdScalarDeserializer<Instant> {

    private static final Logger log = LoggerFactory.getLogger(OddTime.class);

    OddTime() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            try {
                return Times.sensible(OffsetDateTime.parse(json.getText()).toInstant());
            } catch (DateTimeException odd) {
                // logged below
            }
        }
        log.info("'{}' of a call is no time and was left out", json.currentName());
        json.skipChildren();
        return null;
    }
}
