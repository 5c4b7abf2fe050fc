package io.rotadesk.petition.matter;

import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * Until when something must have happened with a matter.
 *
 * @param at when the deadline passes; null for none, and then so is the kind
 * @param overdueSince since when this deadline is missed; null for a later one, of which the petitioner was told
 * @param firstOverdueAt when a deadline of the matter was missed for the first time; stays with every later one
 */
record Due(
        @Column("due_at") Instant at, @Column("due_kind") DueKind kind, Instant overdueSince, Instant firstOverdueAt) {

    static final Due NEVER = new Due(null, null, null, null);

    /** A deadline that is missed stays so. */
    Due orElse(Instant until, DueKind what) {
        return at != null ? this : until(until, what);
    }

    Due missed(Instant now) {
        return new Due(at, kind, now, firstOverdueAt == null ? now : firstOverdueAt);
    }

    Due until(Instant when, DueKind what) {
        return new Due(when, what, overdueSince, firstOverdueAt);
    }

    /** A later deadline counts from now on; that an earlier one was missed stays on record. */
    Due next(Instant when, DueKind what) {
        return new Due(when, what, null, firstOverdueAt);
    }
}
