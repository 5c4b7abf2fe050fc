package io.rotadesk.leasing.escalation;

import io.rotadesk.staff.rota.Contact;
import java.time.Instant;

/**
 * A question to the manager, with what has become of it so far; what has not happened yet is null.
 *
 * @param askedBy the agent's login
 * @param contact the call or visit in which it came up; null when there was none
 * @param answeredBy login of the manager or the deputy
 * @param handbookVersion the version of the handbook that took the answer in
 * @param relayTries how often the agent has tried to tell the customer
 * @param closedAt when the customer had the answer or nobody tried any more
 */
public record Escalation(
        String id,
        String unitId,
        String askedBy,
        Contact contact,
        String question,
        Instant askedAt,
        String answer,
        String answeredBy,
        Instant answeredAt,
        Instant remindedAt,
        Instant deputyToldAt,
        Integer handbookVersion,
        RelayOutcome relayOutcome,
        int relayTries,
        Instant relayedAt,
        Instant closedAt) {

    /** Whether the customer got the answer at the last try. */
    public enum RelayOutcome {
        RELAYED,
        NOT_REACHED,
        /** Somebody took its process away before the customer had the answer. */
        ABANDONED
    }

    public boolean isAnswered() {
        return answeredAt != null;
    }

    public boolean isClosed() {
        return closedAt != null;
    }
}
