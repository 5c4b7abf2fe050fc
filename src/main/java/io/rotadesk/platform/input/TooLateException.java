package io.rotadesk.platform.input;

/**
 * What was asked for cannot be done any more, mostly because somebody else was faster. Nothing was changed. Over HTTP it is a
 * 409 that says so in the user's language; the message is for the log.
 */
public abstract class TooLateException extends RuntimeException {

    protected TooLateException(String message) {
        super(message);
    }
}
