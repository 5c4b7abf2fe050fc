package io.rotadesk.leasing.phonesystem;

import java.time.Instant;

/**
 * A message of a phone system, and what became of it.
 *
 * @param callId the system's id of the call; null if there was none
 * @param lastDigits of the caller's number; null if there was none
 * @param reported words such as {@code COMES_IN}, parted by commas; empty if nothing concerned us
 */
public record TakenMessage(
        String system, Instant at, String callId, String lastDigits, String reported, Outcome outcome) {

    /** What became of a message. */
    public enum Outcome {
        /** A call was entered, or an event took effect. */
        TAKEN,
        /** The call was known, and nothing changed. */
        KNOWN,
        /** The call is past such an event. */
        PAST,
        /** Nobody on the roster has the extension. */
        UNKNOWN_EXTENSION,
        /** It is about nothing that concerns us. */
        NOTHING,
        /** It is not of this system. */
        UNREADABLE,
        /** It could not be taken; the system is asked to send it again. */
        FAILED
    }
}
