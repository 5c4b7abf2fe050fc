package io.rotadesk.petition.matter;

import java.util.List;

/** Rejects an entry. Nothing is saved; the form keeps the typed text. */
public class MatterRefusal extends RuntimeException {

    private final String field;
    private final String key;
    private final transient List<Object> arguments;

    MatterRefusal(String field, String key, Object... arguments) {
        super(field + ": " + key + " " + List.of(arguments));
        this.field = field;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The form's field, by its key. */
    public String field() {
        return field;
    }

    /** The reason, a key of the bundle {@code i18n/matter}. */
    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
