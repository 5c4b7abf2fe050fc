package io.rotadesk.petition.matter;

import java.time.Instant;

/**
 * The calendar has changed, and with it the deadline of an open matter. The listeners run in the transaction of the change.
 *
 * @param matter as it is now
 * @param from the deadline until now
 * @param to the one from now on
 */
public record DeadlineMoved(Matter matter, Instant from, Instant to) {}
