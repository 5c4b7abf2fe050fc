package io.rotadesk.access;

import java.util.NoSuchElementException;

/**
 * The thing that a request names does not exist, or the person may not see it. Both get the same answer, so that nobody
 * can find out what exists.
 */
public class NotThereException extends NoSuchElementException {

    private static final long serialVersionUID = 1L;

    /** @param message for the log only */
    public NotThereException(String message) {
        super(message);
    }
}
