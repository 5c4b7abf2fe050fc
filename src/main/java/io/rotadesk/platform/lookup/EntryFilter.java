package io.rotadesk.platform.lookup;

import java.time.Instant;

/**
 * Which entries of a unit's register are looked for. Every criterion but the unit may be null, and is then not applied.
 *
 * @param seenBy the login of somebody who sees only what they had to do with; null for a person who sees all
 * @param text a phone number, a part of one, or a part of a name
 * @param agent the login of an agent who had to do with it
 * @param from only entries that began at this time or later
 * @param to only entries that began before this time
 */
public record EntryFilter<S extends Enum<S>>(
        String unitId, String seenBy, String text, String agent, S state, Instant from, Instant to) {

    /** @return null if nothing is to be found in numbers or names */
    SearchText searchText() {
        return SearchText.of(text);
    }

    /** Whether only one person's entries are looked for. */
    boolean ofOnePerson() {
        return seenBy != null || agent != null;
    }
}
