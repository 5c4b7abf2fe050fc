package io.rotadesk.web.api.setup;

import io.rotadesk.platform.input.BadField;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request has invalid fields; all of them are named, a setting as {@code settings.} and its key. */
public class BadFieldsException extends RuntimeException {

    private final transient List<BadField> fields;

    BadFieldsException(List<BadField> fields) {
        super(fields.toString());
        this.fields = List.copyOf(fields);
    }

    public List<BadField> fields() {
        return fields;
    }

    /** The first message of each field, by field. */
    public Map<String, String> byField() {
        return fields.stream().collect(Collectors.toMap(BadField::field, BadField::message, (first, other) -> first));
    }
}
