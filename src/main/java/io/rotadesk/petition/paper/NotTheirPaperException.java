package io.rotadesk.petition.paper;

/** Somebody did something with a paper that is for others to do; nothing was changed. */
public class NotTheirPaperException extends RuntimeException {

    NotTheirPaperException(String message) {
        super(message);
    }
}
