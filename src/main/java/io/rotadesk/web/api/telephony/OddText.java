package io.rotadesk.web.api.telephony;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.rotadesk.platform.input.SafeText;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text field of a call. However odd it is, the call rings. A whole number is read as its digits, characters that no
 * telephone sends on purpose are removed, and a value that is no text is kept as it came, and not used. The log mentions this once,
 * without the text.
 */
class OddText extends StdScalarDeserializer<SentText> {

    private static final Logger log = LoggerFactory.getLogger(OddText.class);

    OddText() {
        super(SentText.class);
    }

    @Override
    public SentText deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            String sent = json.getText();
            String cleaned = SafeText.cleaned(sent);
            if (!cleaned.equals(sent)) {
                log.info("'{}' of a call was cleaned", json.currentName());
            }
            return SentText.of(cleaned);
        }
        if (json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return SentText.of(json.getText());
        }
        log.info("'{}' of a call is no text and was left out", json.currentName());
        return SentText.unusable(json, context);
    }
}
