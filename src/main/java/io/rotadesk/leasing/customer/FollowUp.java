package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * A customer whose validity was about to end, and what the agent did about it.
 *
 * @param agent who had to do it, the last one if it was handed on
 * @param validUntil the end that it was to prevent
 * @param tries how often the customer was not reached
 * @param triedAt null before the first try
 * @param remarks of the last try, may be null
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

    /** How it ended. */
    public enum Outcome {
        /** The agent reached the customer: validity runs anew. */
        REACHED,
        /** The customer called or came in between. */
        CONTACTED,
        /** Validity ended. */
        LAPSED,
        /** The end was put off, since the unit changed its settings. */
        POSTPONED,
        /** The record became part of another. */
        MERGED,
        /** Somebody took its process away; the next morning begins a new one. */
        ABANDONED
    }
}
