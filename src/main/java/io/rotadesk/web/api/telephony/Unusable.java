package io.rotadesk.web.api.telephony;

import java.util.ArrayList;
import java.util.List;

/** What a phone system sent of a call and could not be used, for those who look at the call. */
final class Unusable {

    private final List<String> fields = new ArrayList<>();

    /** @param value as it came; null if the field was of use, or left out */
    Unusable with(String field, String value) {
        if (value != null) {
            fields.add(field + ": " + value);
        }
        return this;
    }

    Unusable with(String field, SentText sent) {
        return with(field, sent == null ? null : sent.unusable());
    }

    /** @return each field with its value; null if all of it was of use */
    String text() {
        return fields.isEmpty() ? null : String.join("；", fields);
    }
}
