package io.rotadesk.web.api.telephony;

import java.util.ArrayList;
import java.util.List;

/** What a phone system sent of a call and could not be used, for those who look at the call. */
final class Unusable {

    private final List<String> lines = new ArrayList<>();

    /** @param value as it came; null if the field was of use, or left out */
    Unusable with(String field, String value) {
        if (value != null) {
            lines.add(field + ": " + value);
        }
        return this;
    }

    Unusable with(String field, SentText sent) {
        return with(field, sent == null ? null : sent.unusable());
    }

    /** @return one line for each field; null if all of it was of use */
    String text() {
        return lines.isEmpty() ? null : String.join("\n", lines);
    }
}
