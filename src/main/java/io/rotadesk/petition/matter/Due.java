package io.rotadesk.petition.matter;

import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * Until when something must have happened with a matter.
 *
 * @param at when the deadline passes; null for none, and then so is the kind
 * @param overdueSince null again once more time was approved
 */
record Due(@Column("due_at") Instant at, @Column("due_kind") DueKind kind, Instant overdueSince) {

    static final Due NEVER = new Due(null, null, null);

    /** A deadline that is missed stays so. */
    Due orElse(Instant until, DueKind what) {
        return at != null ? this : new Due(until, what, overdueSince);
    }

    Due missed(Instant now) {
        return new Due(at, kind, now);
    }

    Due until(Instant when, DueKind what) {
        return new Due(when, what, overdueSince);
    }
}
