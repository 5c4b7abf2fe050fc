package io.rotadesk.engine;

/**
 * A deployed model could not do what was asked of it. Whoever asked has a way without the model, in a transaction of its
 * own: what was begun here is to be rolled back.
 */
public class ModelFailedException extends RuntimeException {

    /** How a model fails. */
    enum Kind {
        /** It cannot be started, or a step of it throws. */
        BROKEN,
        /** The instance is not there any more. */
        GONE,
        /** The instance is there and does not wait for what it was told. */
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

    /** The model took it, and nothing of what it is there for has happened: it is empty, say, or waits where it must not. */
    public static ModelFailedException withoutEffect(String process) {
        return new ModelFailedException(Kind.BROKEN, process, null, null);
    }

    /** The id of the process in its model. */
    public String process() {
        return process;
    }

    /** The id of the element that failed; null when it is not known. */
    public String element() {
        return element;
    }

    public boolean isSuspended() {
        return kind == Kind.SUSPENDED;
    }
}
