package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * The follow-up of a customer whose validity is about to end.
 *
 * @param agent the agent who has to do it; the last one if it was handed on
 * @param validUntil the end of validity that it should prevent
 * @param tries how often the customer was not reached
 * @param triedAt null before the first try
 * @param remarks the remarks of the last try; may be null
 * @param outcome null, as is {@code closedAt}, while it is open
 */
public record FollowUp(
        long id,
        String unitId,
        long customerId,
        String agent,
        Instant openedAt,
        Instant validUntil,
        int tries,
        Instant triedAt,
        String remarks,
        Outcome outcome,
        Instant closedAt) {

    /** The outcome. */
    public enum Outcome {
        /** The agent reached the customer: validity starts again. */
        REACHED,
        /** The customer called or came in between. */
        CONTACTED,
        /** Validity ended. */
        LAPSED,
        /** The end of validity was postponed, since the unit changed its settings. */
        POSTPONED,
        /** The record was merged into another. */
        MERGED,
        /** Somebody removed its process; the next morning begins a new one. */
        ABANDONED
    }
}
