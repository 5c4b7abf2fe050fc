package io.rotadesk.web.api.telephony;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** The id of a call: a text, which is kept unchanged, or a whole number, which is read as its digits. */
class SentId extends StdScalarDeserializer<String> {

    SentId() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        boolean readable = json.hasToken(JsonToken.VALUE_STRING) || json.hasToken(JsonToken.VALUE_NUMBER_INT);
        return readable ? json.getText() : (String) context.handleUnexpectedToken(String.class, json);
    }
}
