package io.rotadesk.petition.matter;

import java.time.Instant;

/**
 * A deadline that a matter missed (P4).
 *
 * @param dueAt the instant at which it passed
 * @param dueKind null if that is not known any more
 * @param endedAt when the petitioner was told of more time or of a plan, or the matter was closed; null while it is overdue
 */
public record MissedDeadline(Instant dueAt, DueKind dueKind, Instant since, Instant endedAt) {}
