package io.rotadesk.web.api.telephony;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.platform.input.SafeText;
import java.io.IOException;

/**
 * A field of a call or an event as it was sent.
 *
 * @param text null if it is of no use
 * @param unusable the JSON of a value that is of no use, cut; null otherwise
 */
record SentText(String text, String unusable) {

    private static final int LONGEST = 60;

    static SentText of(String text) {
        return new SentText(text, null);
    }

    /** Reads a value that is none of those that the field can have. */
    static SentText unusable(JsonParser json, DeserializationContext context) throws IOException {
        JsonNode value = context.readTree(json);
        return new SentText(null, SafeText.cut(SafeText.cleaned(written(value)), LONGEST));
    }

    /** What is nested too deeply to be written is only said to be there. */
    private static String written(JsonNode value) {
        try {
            return value.toString();
        } catch (RuntimeException tooDeep) {
            return value.isArray() ? "[…" : "{…";
        }
    }

    /** @param sent null for a field that was left out */
    static String text(SentText sent) {
        return sent == null ? null : sent.text();
    }
}
