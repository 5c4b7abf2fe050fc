package io.rotadesk.engine;

import io.rotadesk.platform.input.BadField;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * Refuses a person's request to the engine; the message is for them, in their language. Over REST it is a 400
 * with that message and the fields. It is no {@link org.camunda.bpm.engine.BadUserRequestException}: the engine's
 * REST resources catch some of those and pass on only their text, which then could not be told from the engine's own.
 */
public class RefusedException extends ProcessEngineException {

    /** The error code, in the range that the engine leaves to applications. */
    static final int CODE = 20_400;

    /** The error code for a thing that does not exist, or not for this person: a 404. */
    static final int UNKNOWN = 20_404;

    /** The engine's resources pass on only the text of an exception that they catch, not the exception itself. */
    private static final ThreadLocal<RefusedException> LATEST = new ThreadLocal<>();

    private final transient List<BadField> fields;

    /**
     * @param message for the person, in their language
     * @param fields the fields of the form that are to blame, by their keys; may be none
     */
    public RefusedException(String message, BadField... fields) {
        this(message, null, List.of(fields));
    }

    /** @return the refusal behind the answer of a resource, even if only its text is left; null if there is none */
    static RefusedException behind(Throwable thrown) {
        RefusedException latest = LATEST.get();
        LATEST.remove();
        RefusedException cause = Thrown.in(thrown, RefusedException.class);
        boolean inWords = cause == null
                && latest != null
                && thrown instanceof RestException
                && String.valueOf(thrown.getMessage()).contains(latest.getMessage());
        return inWords ? latest : cause;
    }

    List<BadField> fields() {
        return fields == null ? List.of() : fields;
    }

    /** The thing does not exist, or the person may not know of it. */
    static RefusedException unknown(String message, Exception cause) {
        RefusedException refused = new RefusedException(message, cause);
        refused.setCode(UNKNOWN);
        return refused;
    }

    RefusedException(String message, Exception cause) {
        this(message, cause, List.of());
    }

    RefusedException(String message, Exception cause, List<BadField> fields) {
        super(message, cause);
        this.fields = fields;
        setCode(CODE);
        LATEST.set(this);
    }
}
