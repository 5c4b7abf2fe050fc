package io.rotadesk.leasing.dispute;

import java.time.Instant;

/**
 * A dispute over a customer. The values of steps that have not happened yet are null.
 *
 * @param customerId null once the customer is erased
 * @param claimant the login of the agent who claims the customer
 * @param owner the login of the customer's agent; the last one, if the customer was handed over meanwhile
 * @param reason the claimant's reason
 * @param validUntil the end of validity at the time of the claim
 * @param statement the owner's statement
 * @param decisionReason null, as is {@code decidedBy}, if nobody decided
 * @param closedAt null while it is open
 */
public record Dispute(
        long id,
        String unitId,
        Long customerId,
        String claimant,
        String owner,
        String reason,
        Instant openedAt,
        Instant validUntil,
        String statement,
        String statedBy,
        Instant statedAt,
        Outcome outcome,
        String decisionReason,
        String decidedBy,
        Instant closedAt,
        Instant claimantReadAt,
        Instant ownerReadAt) {

    /** The outcome: who has the customer in the end. */
    public enum Outcome {
        /** The customer stays with the owner. */
        OWNER,
        CLAIMANT,
        /** The customer has no agent; the agent of the next contact gets the customer. */
        NOBODY,
        /** Validity ended before anyone decided. */
        LAPSED,
        /** The claimant got the customer in another way before anyone decided. */
        SETTLED,
        /** The customer was erased. */
        ERASED,
        /** Somebody removed its process before anyone decided. */
        ABANDONED
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** Whether this agent is one of the two parties. */
    public boolean concerns(String login) {
        return claimant.equals(login) || owner.equals(login);
    }
}
