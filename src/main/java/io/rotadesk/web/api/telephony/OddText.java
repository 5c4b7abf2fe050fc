package io.rotadesk.web.api.telephony;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.rotadesk.platform.input.Texts;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text of a call, however odd: the call rings all the same. A whole number is its digits; what no telephone means is taken
 * out; what is no text at all counts as left out. The log says so once, without the text.
 */
class OddText extends StdScalarDeserializer<String> {

    private static final Logger log = LoggerFactory.getLogger(OddText.class);

    OddText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.hasToken(JsonToken.VALUE_STRING)) {
            String sent = json.getText();
            String cleaned = Texts.cleaned(sent);
            if (!cleaned.equals(sent)) {
                log.info("'{}' of a call was cleaned", json.currentName());
            }
            return cleaned;
        }
        if (json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return json.getText();
        }
        log.info("'{}' of a call is no text and was left out", json.currentName());
        json.skipChildren();
        return null;
    }
}
