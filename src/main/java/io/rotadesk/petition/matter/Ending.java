package io.rotadesk.petition.matter;

import java.time.Instant;

/**
 * How a matter ended, and began again.
 *
 * @param reopened how often the petitioner came back with it after it was closed
 */
record Ending(Instant closedAt, String closedBy, int reopened, Instant reopenedAt) {

    static final Ending NOT_YET = new Ending(null, null, 0, null);

    Ending closed(Instant now, String by) {
        return new Ending(now, by, reopened, reopenedAt);
    }

    Ending reopened(Instant now) {
        return new Ending(null, null, reopened + 1, now);
    }
}
