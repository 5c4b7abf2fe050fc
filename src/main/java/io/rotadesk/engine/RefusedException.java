package io.rotadesk.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * What a person asked the engine for cannot be done; the message is written for them, in the product's language. Over REST
 * it is a 400 with that message and nothing else. No {@link org.camunda.bpm.engine.BadUserRequestException}: the engine's REST
 * resources catch some of those and pass on their words alone, which nobody could tell from the engine's then.
 */
public class RefusedException extends ProcessEngineException {

    /** In the range that the engine leaves to applications. */
    static final int CODE = 20_400;

    /** The same, for what there is not, or not for this person: a 404. */
    static final int UNKNOWN = 20_404;

    /** The engine's resources pass on the words of what they catch, and not the exception itself. */
    private static final ThreadLocal<RefusedException> LATEST = new ThreadLocal<>();

    /** @param message for the person, in the product's language */
    public RefusedException(String message) {
        this(message, null);
    }

    /** @return the refusal that the answer of a resource comes of, be it that only its words are left; null when it is none */
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

    /** There is no such thing, or none that this person may know of. */
    static RefusedException unknown(String message, Exception cause) {
        RefusedException refused = new RefusedException(message, cause);
        refused.setCode(UNKNOWN);
        return refused;
    }

    RefusedException(String message, Exception cause) {
        super(message, cause);
        setCode(CODE);
        LATEST.set(this);
    }
}
