package io.rotadesk.petition.matter;

import java.time.Instant;
import java.util.Set;

/**
 * Which matters are looked for. Everything but the unit may be null: then it does not matter.
 *
 * @param unitId matters that the unit has to do with: received, given to it, asked about
 * @param withBelow also those of all units below, for a unit above; they are found by whose matter it is
 * @param responsible a login: only those for which this person is responsible
 * @param text a number of a matter, a phone number, a part of one, or a part of a name
 * @param states any of them; null or empty for all but repeat visits and those who were not received
 * @param overdue true: only those that are or were closed overdue
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
