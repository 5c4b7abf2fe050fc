package io.rotadesk.petition.reception;

import java.time.Instant;

/**
 * The person who listens to the petitioner.
 *
 * @param staff the login of the person who calls or receives
 * @param callUntil until when they are to call
 * @param calls how often the number was called and nobody came
 * @param endedAt when nothing more happened to the ticket
 */
public record Hearing(
        String staff, Instant callUntil, int calls, Instant calledAt, Instant receivedAt, Instant endedAt) {

    static final Hearing NOT_YET = new Hearing(null, null, 0, null, null, null);

    Hearing by(String whose, Instant until) {
        return new Hearing(whose, until, calls, calledAt, receivedAt, endedAt);
    }

    Hearing byNobody() {
        return new Hearing(null, null, calls, calledAt, receivedAt, endedAt);
    }

    Hearing waiting() {
        return new Hearing(null, callUntil, calls, calledAt, receivedAt, endedAt);
    }

    Hearing came(String to, Instant now) {
        return new Hearing(to, callUntil, calls, now, now, endedAt);
    }

    Hearing calledWithoutAnswer(Instant now) {
        return new Hearing(null, null, calls + 1, now, receivedAt, endedAt);
    }

    Hearing goesOn() {
        return new Hearing(null, null, calls, calledAt, receivedAt, null);
    }

    Hearing ended(Instant now) {
        return new Hearing(staff, callUntil, calls, calledAt, receivedAt, now);
    }
}
