package io.rotadesk.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * What a person asked the engine for cannot be done; the message is written for them, in the product's language. Over REST
 * it is a 400 with that message and nothing else.
 */
public class RefusedException extends BadUserRequestException {

    /** In the range that the engine leaves to applications. */
    static final int CODE = 20_400;

    /** @param message for the person, in the product's language */
    public RefusedException(String message) {
        super(message);
        setCode(CODE);
    }

    RefusedException(String message, Exception cause) {
        super(message, cause);
        setCode(CODE);
    }
}
