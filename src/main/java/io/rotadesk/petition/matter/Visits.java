package io.rotadesk.petition.matter;

/**
 * How often petitioners came with a matter.
 *
 * @param joinedInto the matter of which this is a repeat visit
 * @param visits how often they came with it
 */
public record Visits(MatterId joinedInto, int visits) {

    static final Visits FIRST = new Visits(null, 1);

    Visits joined(MatterId into) {
        return new Visits(into, visits);
    }

    Visits again() {
        return new Visits(joinedInto, visits + 1);
    }
}
