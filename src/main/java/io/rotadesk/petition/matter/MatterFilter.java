package io.rotadesk.petition.matter;

import java.time.Instant;
import java.util.Set;

/**
 * A search for matters. Every criterion but the unit may be null, and is then not applied.
 *
 * @param unitId finds matters that the unit received, was given, or was asked about
 * @param withBelow whether to include matters of all units below
 * @param responsible a login; only matters for which this person is responsible; {@link #WITHOUT} for open matters that
 *     nobody has yet
 * @param text a matter's number, a phone number, a part of one, or a part of a name
 * @param states any of these states; null or empty for all but repeat visits and petitioners who were not received
 * @param category a code, or {@link #WITHOUT}
 * @param overdue whether to find only matters that missed a deadline, also if there was more time afterwards
 * @param from registered at this time or later
 * @param to registered before this time
 * @param further what else must be true of the matter
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
        Instant to,
        Further further) {

    /** Instead of a login or a category: matters that have none. */
    public static final String WITHOUT = "";

    /**
     * Further conditions. All but the first leave open matters only.
     *
     * @param held whether to find only matters that the units have now, and none that they gave away or are asked about
     * @param dueFrom the deadline passes after this time; null for any
     * @param dueBy the deadline passes at this time or earlier; null for any
     * @param largeScale whether to find only large-scale events
     * @param urged whether to find only matters of which an urging waits for its answer
     * @param byDeadline whether those whose deadline comes first stand first, instead of the latest registered
     */
    public record Further(
            boolean held, Instant dueFrom, Instant dueBy, boolean largeScale, boolean urged, boolean byDeadline) {

        public static final Further NONE = new Further(false, null, null, false, false, false);

        boolean isOnlyOpen() {
            return dueFrom != null || dueBy != null || largeScale || urged || byDeadline;
        }
    }

    public MatterFilter(
            String unitId,
            boolean withBelow,
            String responsible,
            String text,
            Set<MatterState> states,
            String category,
            boolean overdue,
            Instant from,
            Instant to) {
        this(unitId, withBelow, responsible, text, states, category, overdue, from, to, Further.NONE);
    }

    /** Whether it names a person: their matters are few. */
    boolean isOfPerson() {
        return responsible != null && !responsible.equals(WITHOUT);
    }

    /** All matters of a unit. */
    public static MatterFilter ofUnit(String unitId) {
        return new MatterFilter(unitId, false, null, null, null, null, false, null, null);
    }
}
