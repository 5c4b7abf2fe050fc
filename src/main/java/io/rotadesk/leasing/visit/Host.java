package io.rotadesk.leasing.visit;

import java.time.Instant;

/**
 * The people who receive the visitor.
 *
 * @param agent the agent who has the visitor, or is on the way to them
 * @param comeBy the time by which that agent has to be there
 * @param helpedBy the agent who received for the earlier agent (L3.2d)
 */
public record Host(String agent, Instant comeBy, String greetedBy, Instant greetedAt, String helpedBy) {

    static final Host NOBODY = new Host(null, null, null, null, null);

    Host now(String whose) {
        return now(whose, comeBy);
    }

    Host now(String whose, Instant until) {
        return new Host(whose, until, greetedBy, greetedAt, helpedBy);
    }

    Host greeted(String whose, Instant now) {
        return new Host(whose, comeBy, whose, now, helpedBy);
    }

    Host came(String whose, boolean forTheEarlierAgent) {
        return new Host(whose, comeBy, greetedBy, greetedAt, forTheEarlierAgent ? whose : null);
    }
}
