package io.rotadesk.web.api.telephony;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.rotadesk.platform.input.SafeText;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A time field of a call as it was sent, a text or a number. Anything else is kept as it came, and not used; the log mentions it once. */
class OddTime extends StdScalarDeserializer<SentText> {

    private static final Logger log = LoggerFactory.getLogger(OddTime.class);

    OddTime() {
        super(SentText.class);
    }

    @Override
    public SentText deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.hasToken(JsonToken.VALUE_STRING)
                || json.hasToken(JsonToken.VALUE_NUMBER_INT)
                || json.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            return SentText.of(SafeText.cleaned(json.getText()));
        }
        log.info("'{}' of a call is no time and was left out", json.currentName());
        return SentText.unusable(json, context);
    }
}
