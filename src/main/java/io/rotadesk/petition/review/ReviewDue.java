package io.rotadesk.petition.review;

import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * Until when the petitioner must be told the opinion.
 *
 * @param remindedOf the deadline of which the reviewer was reminded; null for none
 * @param overdueSince null unless it has passed
 */
record ReviewDue(@Column("due_at") Instant at, Instant remindedOf, Instant overdueSince) {

    static ReviewDue at(Instant until) {
        return new ReviewDue(until, null, null);
    }

    /** A deadline that had not passed after all, since days of a hearing do not count, is not missed. */
    ReviewDue movedTo(Instant until) {
        return new ReviewDue(
                until, remindedOf, overdueSince != null && overdueSince.isAfter(until) ? overdueSince : null);
    }

    ReviewDue reminded() {
        return new ReviewDue(at, at, overdueSince);
    }

    ReviewDue missed(Instant now) {
        return new ReviewDue(at, remindedOf, now);
    }
}
