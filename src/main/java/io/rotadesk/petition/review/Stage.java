package io.rotadesk.petition.review;

/** How far up a petitioner has gone with an answer. */
public enum Stage {
    /** The next level up reviews the answer (复查, article 35). */
    REVIEW,
    /** The level above that reviews the opinion, for the last time (复核, article 36). */
    RECHECK
}
