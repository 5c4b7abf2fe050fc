package io.rotadesk.platform.input;

import java.util.List;

/** Rejects what somebody entered: names the field and, by a key of the module's texts, what is wrong with it. */
public abstract class FieldRefusal extends RuntimeException {

    private final String field;
    private final String key;
    private final transient List<Object> arguments;

    /** @param message for logs; with a personal value in the arguments, it must not have them */
    protected FieldRefusal(String message, String field, String key, Object... arguments) {
        super(message);
        this.field = field;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The field's name, as the form or JSON has it. */
    public String field() {
        return field;
    }

    /** The reason, a key of the module's texts. */
    public String key() {
        return key;
    }

    /** The values for the gaps in the reason's text. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
