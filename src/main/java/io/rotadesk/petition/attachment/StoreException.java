package io.rotadesk.petition.attachment;

/** The place where attachments are kept does not do what it should; a later try may succeed. */
public class StoreException extends RuntimeException {

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
