package io.rotadesk.petition.matter;

/**
 * How often petitioners came with a matter.
 *
 * @param joinedInto the matter of which this is a repeat visit
 * @param visits how often they came with it
 */
record RepeatVisits(MatterId joinedInto, int visits) {

    static final RepeatVisits FIRST = new RepeatVisits(null, 1);

    RepeatVisits joined(MatterId into) {
        return new RepeatVisits(into, visits);
    }

    RepeatVisits again() {
        return new RepeatVisits(joinedInto, visits + 1);
    }
}
