package io.rotadesk.leasing.call;

import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * The call-back to a missed caller (L2.1), or to the customer of a covered call (L2.2e).
 *
 * @param by the login of the person who tried last; null before the first try, and where it is not known
 * @param outcome {@code reached} or {@code notReached}; null before the first try
 */
public record CallBack(
        @Column("follow_up_outcome") String outcome,
        @Column("follow_up_remarks") String remarks,
        @Column("follow_up_tries") int tries,
        @Column("follow_up_at") Instant at,
        @Column("follow_up_by") String by) {

    static final CallBack NOT_YET = new CallBack(null, null, 0, null, null);

    CallBack tried(boolean reached, String said, String who, Instant now) {
        return new CallBack(reached ? "reached" : "notReached", said, tries + 1, now, who);
    }
}
