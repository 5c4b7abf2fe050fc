package io.rotadesk.petition.reception;

import java.util.List;

/** Rejects an entry about a petitioner; nothing was saved. */
public class PetitionRefusal extends RuntimeException {

    private final String field;
    private final String key;
    private final transient List<Object> arguments;

    PetitionRefusal(String field, String key, Object... arguments) {
        // No values here: they may be personal.
        super(field + ": " + key);
        this.field = field;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The form's field, by its key. */
    public String field() {
        return field;
    }

    /** The reason, a key of the bundle {@code i18n/reception}. */
    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
