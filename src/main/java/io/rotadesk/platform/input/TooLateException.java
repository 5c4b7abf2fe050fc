package io.rotadesk.platform.input;

import java.util.Optional;

/**
 * What was asked for cannot be done any more, mostly because somebody else was faster. Nothing was changed. Over HTTP it is a
 * 409 that says so in the user's language; the message is for the log.
 */
public abstract class TooLateException extends RuntimeException {

    private final String sentence;

    protected TooLateException(String message) {
        this(message, null);
    }

    /** @param sentence for the person: what has happened; null for the general one */
    protected TooLateException(String message, String sentence) {
        super(message);
        this.sentence = sentence;
    }

    /** What has happened, in the person's language; empty if the general sentence says it. */
    public Optional<String> sentence() {
        return Optional.ofNullable(sentence);
    }
}
