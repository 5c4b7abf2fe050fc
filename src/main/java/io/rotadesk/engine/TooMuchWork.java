package io.rotadesk.engine;

/** A rule of a form or a decision was stopped because it computed too much; the message says which, for the process owner. */
class TooMuchWork extends RefusedException {

    TooMuchWork(String message) {
        super(message);
    }
}
