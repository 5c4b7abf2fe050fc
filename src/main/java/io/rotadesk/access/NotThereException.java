package io.rotadesk.access;

import java.util.NoSuchElementException;

/**
 * What a request names is not there for this person: it does not exist, or they may not see it. Both get the same answer,
 * so that nobody finds out by asking what there is.
 */
public class NotThereException extends NoSuchElementException {

    private static final long serialVersionUID = 1L;

    /** @param message for the log only */
    public NotThereException(String message) {
        super(message);
    }
}
