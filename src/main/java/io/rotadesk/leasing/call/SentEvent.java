package io.rotadesk.leasing.call;

import java.time.Instant;

/**
 * An event of a call as a phone system reports it. All but the type may be null.
 *
 * @param extension where it rang or was picked up, or where it was put through to, as it was sent
 * @param eventId the phone system's id of this event
 * @param occurredAt the time of the event: reports may overtake each other
 * @param cause why the line is free
 * @param unusable what else was sent and cannot be used, as it came
 */
public record SentEvent(
        CallEvent type, String extension, String eventId, Instant occurredAt, String cause, String unusable) {

    /** An event of which all is of use. */
    public SentEvent(CallEvent type, String extension, String eventId, Instant occurredAt, String cause) {
        this(type, extension, eventId, occurredAt, cause, null);
    }

    /** @return whether it is known to have happened before this time */
    boolean isBefore(Instant time) {
        return occurredAt != null && time != null && occurredAt.isBefore(time);
    }
}
