package io.rotadesk.leasing.call;

import java.time.Instant;

/**
 * A call as a phone system reports it.
 *
 * @param callId any text
 * @param from the caller's number in any form and of any length; null or empty if it is withheld
 * @param receivedAt null for now
 * @param direction null for a call that comes in
 * @param queue of the phone system; may be null
 * @param unusable what else was sent and cannot be used, as it came; may be null
 */
public record SentCall(
        String callId, String from, Instant receivedAt, Direction direction, String queue, String unusable) {

    /** The ways of a call. Only those that come in ring. */
    public enum Direction {
        INBOUND,
        OUTBOUND,
        INTERNAL
    }
}
