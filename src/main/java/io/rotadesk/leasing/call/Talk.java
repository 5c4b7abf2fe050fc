package io.rotadesk.leasing.call;

import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * The conversation: its agent and times.
 *
 * @param agent the agent who talks or talked with the caller, or has to call back
 * @param rings how often it rang before it was answered
 * @param endedAt the time at which the phone system said that the line is free again
 * @param handedOverBy the login of the agent who handed it over to this one (L2.2c); null if nobody did
 */
public record Talk(
        String agent,
        Instant answeredAt,
        Integer rings,
        @Column("call_ended_at") Instant endedAt,
        String handedOverBy,
        Instant handedOverAt) {

    static final Talk NONE = new Talk(null, null, null, null, null, null);

    Talk by(String whose) {
        return new Talk(whose, answeredAt, rings, endedAt, handedOverBy, handedOverAt);
    }

    Talk answeredBy(String whose, Instant now, Integer afterRings) {
        return new Talk(whose, now, afterRings, endedAt, handedOverBy, handedOverAt);
    }

    Talk ended(Instant now) {
        return new Talk(agent, answeredAt, rings, now, handedOverBy, handedOverAt);
    }

    /** The line is not free after all. */
    Talk goesOn() {
        return new Talk(agent, answeredAt, rings, null, handedOverBy, handedOverAt);
    }

    Talk handedOverTo(String whose, Instant now) {
        return new Talk(whose, answeredAt, rings, endedAt, agent, now);
    }
}
