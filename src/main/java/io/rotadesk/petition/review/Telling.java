package io.rotadesk.petition.review;

import java.time.Instant;

/**
 * The petitioner was told the opinion.
 *
 * @param toldHow {@code inPerson}, {@code phone}, {@code letter} or {@code message}; null until they were
 * @param toldBy the login of the person who wrote it down
 */
record Telling(String toldHow, Instant toldAt, String toldBy) {

    static final Telling NOT_YET = new Telling(null, null, null);
}
