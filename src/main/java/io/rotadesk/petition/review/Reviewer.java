package io.rotadesk.petition.review;

import java.time.Instant;

/** @param reviewer the login of the person who reviews; null until somebody is named */
record Reviewer(String reviewer, Instant namedAt) {

    static final Reviewer NOBODY = new Reviewer(null, null);
}
