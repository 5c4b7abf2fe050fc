package io.rotadesk.leasing.escalation;

import io.rotadesk.staff.rota.Contact;
import java.time.Instant;

/**
 * A question to the manager; the values of steps that have not happened yet are null.
 *
 * @param askedBy the agent's login
 * @param contact the call or visit in which it came up; null if there was none
 * @param answeredBy the login of the manager or the deputy
 * @param handbookVersion the version of the handbook to which the answer was added
 * @param relayTries how often the agent has tried to tell the customer
 * @param closedAt the time at which the customer had the answer, or the tries ended
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
        /** Somebody removed its process before the customer had the answer. */
        ABANDONED
    }

    public boolean isAnswered() {
        return answeredAt != null;
    }

    public boolean isClosed() {
        return closedAt != null;
    }
}
