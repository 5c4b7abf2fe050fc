package io.rotadesk.petition.matter;

import java.time.Instant;
import java.util.Set;

/**
 * A search for matters. Every criterion but the unit may be null, and is then not applied.
 *
 * @param unitId finds matters that the unit received, was given, or was asked about
 * @param withBelow whether to include matters of all units below; they are found by the unit that has the matter
 * @param responsible a login; only matters for which this person is responsible
 * @param text a matter's number, a phone number, a part of one, or a part of a name
 * @param states any of these states; null or empty for all but repeat visits and petitioners who were not received
 * @param overdue whether to find only matters that are overdue, or were when they were closed
 * @param from registered at this time or later
 * @param to registered before this time
 */
public record MatterFilter(
        String unitId,
        boolean withBelow,
        String responsible,
        String text,
        Set<MatterState> states,
        String category,
        boolean overdue,
        Instant from,
        Instant to) {

    /** All matters of a unit. */
    public static MatterFilter ofUnit(String unitId) {
        return new MatterFilter(unitId, false, null, null, null, null, false, null, null);
    }
}
