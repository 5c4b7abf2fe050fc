package io.rotadesk.leasing.dispute;

import java.time.Instant;

/**
 * A dispute over a customer. What has not happened yet is null.
 *
 * @param customerId null once the customer is erased
 * @param claimant the login of the agent who says that the customer is theirs
 * @param owner the login of the agent whose customer it is; the last one, if they were handed over meanwhile
 * @param reason the claimant's
 * @param validUntil the end of validity as it stood when the customer was claimed
 * @param statement the owner's
 * @param decisionReason null, as is {@code decidedBy}, when nobody decided
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

    /** Whose the customer is in the end. */
    public enum Outcome {
        /** Stays with whom it was. */
        OWNER,
        CLAIMANT,
        /** Nobody's: whoever has the next contact becomes the agent. */
        NOBODY,
        /** Validity ended before anyone decided. */
        LAPSED,
        /** The claimant got the customer otherwise before anyone decided. */
        SETTLED,
        /** The customer was erased. */
        ERASED,
        /** Somebody took its process away before anyone decided. */
        ABANDONED
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** Whether this agent is one of the two. */
    public boolean concerns(String login) {
        return claimant.equals(login) || owner.equals(login);
    }
}
