package io.rotadesk.petition.matter;

import java.time.Instant;

/**
 * A category of a tree of units.
 *
 * @param code what a matter keeps
 * @param parentCode null at the top
 * @param name as it was typed; null for a usual category, which has a name in each language
 * @param place among those with the same parent
 * @param closedAt since when nobody can choose it; null while it can be chosen
 */
public record Category(String code, String parentCode, String name, int place, Instant closedAt) {

    public boolean isOpen() {
        return closedAt == null;
    }
}
