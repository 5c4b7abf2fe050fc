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
 * @param offers the number of phones at which it has rung so far
 */
public record Ringing(
        @Column("ringing_agent") String agent,
        Instant offeredAt,
        Instant answerBy,
        String missedAgent,
        Instant missedAt,
        @Column("ring_ran_out") Boolean ranOut,
        String firstAgent,
        Instant firstAnswerBy,
        int offers) {

    static final Ringing NOWHERE = new Ringing(null, null, null, null, null, null, null, null, 0);

    Ringing at(String whose, Instant now, Instant until) {
        int offered = whose == null ? offers : offers + 1;
        return new Ringing(whose, now, until, missedAgent, missedAt, ranOut, firstAgent, firstAnswerBy, offered);
    }

    Ringing firstAt(String whose, Instant now, Instant until) {
        return new Ringing(whose, now, until, missedAgent, missedAt, ranOut, whose, until, offers + 1);
    }

    Ringing now(String whose) {
        return new Ringing(
                whose, offeredAt, answerBy, missedAgent, missedAt, ranOut, firstAgent, firstAnswerBy, offers);
    }

    Ringing missedBy(String whose, Instant now) {
        boolean itsTimeWasOver = answerBy != null && !now.isBefore(answerBy);
        return new Ringing(null, offeredAt, answerBy, whose, now, itsTimeWasOver, firstAgent, firstAnswerBy, offers);
    }

    /** The agent at whose phone it rings, or rang last; null if there is none. */
    String latest() {
        return agent != null ? agent : missedAgent;
    }
}
