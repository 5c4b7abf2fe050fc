package io.rotadesk.leasing.phonesystem;

/** A message that is not of the phone system that it claims to be of. */
public class UnreadableMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for the log; holds nothing of the message */
    UnreadableMessageException(String message) {
        super(message);
    }
}
