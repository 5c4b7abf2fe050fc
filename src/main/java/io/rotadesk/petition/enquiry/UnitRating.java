package io.rotadesk.petition.enquiry;

/**
 * How petitioners rated a unit in some time.
 *
 * @param about in which part
 * @param satisfied how many were
 */
public record UnitRating(String unitId, About about, int satisfied, int fairly, int dissatisfied) {

    /** The part of a unit that is rated. */
    public enum About {
        /** It received them. */
        CENTRE,
        /** It handled their matter. */
        HANDLING
    }

    public int all() {
        return satisfied + fairly + dissatisfied;
    }

    /** How many of a hundred were satisfied, or fairly so. */
    public int rate() {
        return all() == 0 ? 0 : Math.round(100f * (satisfied + fairly) / all());
    }
}
