package io.rotadesk.engine;

/**
 * A deployed model failed at a request. The caller can do without the model, in another transaction; the present one
 * must be rolled back.
 */
public class ModelFailedException extends RuntimeException {

    /** The ways in which a model fails. */
    enum Kind {
        /** It cannot be started, or a step of it throws. */
        BROKEN,
        /** The instance no longer exists. */
        GONE,
        /** The instance exists, but does not wait for the message. */
        DEAF,
        /** The instance is suspended. */
        SUSPENDED
    }

    private final Kind kind;
    private final String process;
    private final String element;

    ModelFailedException(Kind kind, String process, String element, Throwable cause) {
        // No values here: they may be personal.
        super(kind + ": " + process + (element == null ? "" : ", " + element), cause);
        this.kind = kind;
        this.process = process;
        this.element = element;
    }

    /** The model accepted the request but did nothing useful: it is empty, say, or waits in the wrong place. */
    public static ModelFailedException withoutEffect(String process) {
        return new ModelFailedException(Kind.BROKEN, process, null, null);
    }

    /** The id of the process in its model. */
    public String process() {
        return process;
    }

    /** The id of the element that failed; null if it is not known. */
    public String element() {
        return element;
    }

    public boolean isSuspended() {
        return kind == Kind.SUSPENDED;
    }
}
