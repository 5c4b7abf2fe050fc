package io.rotadesk.web.api.setup;

import io.rotadesk.platform.input.BadField;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was sent has fields that cannot be; all of them are named, a setting as {@code settings.} and its key. */
public class BadFieldsException extends RuntimeException {

    private final transient List<BadField> fields;

    BadFieldsException(List<BadField> fields) {
        super(fields.toString());
        this.fields = List.copyOf(fields);
    }

    public List<BadField> fields() {
        return fields;
    }

    /** The messages by field, the first of each. */
    public Map<String, String> byField() {
        return fields.stream().collect(Collectors.toMap(BadField::field, BadField::message, (first, other) -> first));
    }
}
