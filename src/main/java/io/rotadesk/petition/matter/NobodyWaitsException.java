package io.rotadesk.petition.matter;

import io.rotadesk.platform.input.TooLateException;
import java.util.List;

/**
 * Nobody waits for this answer about a matter, or not any more: mostly somebody else has given it at the same moment. Nothing
 * was changed.
 */
public class NobodyWaitsException extends TooLateException {

    private final String key;
    private final transient List<Object> arguments;

    NobodyWaitsException(String key, Object... arguments) {
        super("Nobody waits: " + key + " " + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    private NobodyWaitsException(NobodyWaitsException late, String sentence) {
        super(late.getMessage(), sentence);
        this.key = late.key;
        this.arguments = late.arguments;
    }

    /** The answer for which nobody waits, a key of the bundle {@code i18n/matter}. */
    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }

    /** The same, with its sentence for the person. */
    public NobodyWaitsException saying(String sentence) {
        return new NobodyWaitsException(this, sentence);
    }
}
