package io.rotadesk.leasing.call;

import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * The rings of a call (L2.1).
 *
 * @param agent the agent whose phone rings now; later, the one at whose phone it was answered
 * @param answerBy the end of the ring
 * @param missedAgent the agent who missed the latest missed ring
 * @param ranOut whether that ring ended by itself, not by a report of the phone system
 * @param firstAgent the agent whom the phone system was told to ring when the call came in
 */
public record Ringing(
        @Column("ringing_agent") String agent,
        Instant offeredAt,
        Instant answerBy,
        String missedAgent,
        Instant missedAt,
        @Column("ring_ran_out") Boolean ranOut,
        String firstAgent,
        Instant firstAnswerBy) {

    static final Ringing NOWHERE = new Ringing(null, null, null, null, null, null, null, null);

    Ringing at(String whose, Instant now, Instant until) {
        return new Ringing(whose, now, until, missedAgent, missedAt, ranOut, firstAgent, firstAnswerBy);
    }

    Ringing firstAt(String whose, Instant now, Instant until) {
        return new Ringing(whose, now, until, missedAgent, missedAt, ranOut, whose, until);
    }

    Ringing now(String whose) {
        return at(whose, offeredAt, answerBy);
    }

    Ringing missedBy(String whose, Instant now) {
        boolean itsTimeWasOver = answerBy != null && !now.isBefore(answerBy);
        return new Ringing(null, offeredAt, answerBy, whose, now, itsTimeWasOver, firstAgent, firstAnswerBy);
    }

    /** The agent at whose phone it rings, or rang last; null if there is none. */
    String latest() {
        return agent != null ? agent : missedAgent;
    }
}
