package io.rotadesk.call;

import java.time.Instant;

/**
 * Which calls of a unit are looked for. Everything but the unit may be null: then it does not matter.
 *
 * @param seenBy an agent's login: only the calls that they handled, and those of their customers
 * @param text a phone number, a part of one, or a part of a name
 * @param agent who handled, covers or owns
 * @param from received at this time or later
 * @param to received before this time
 */
public record CallFilter(
        String unitId, String seenBy, String text, String agent, CallState state, Instant from, Instant to) {

    public static CallFilter of(String unitId, String seenBy) {
        return new CallFilter(unitId, seenBy, null, null, null, null, null);
    }
}
