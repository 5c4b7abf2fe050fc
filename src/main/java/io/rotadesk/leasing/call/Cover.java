package io.rotadesk.leasing.call;

import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * A call that was answered for a colleague (L2.2d, L2.2e).
 *
 * @param by the login of the agent who answered
 * @param callBackNumber the number that the colleague calls back; null if that is not needed
 * @param readAt the time at which the colleague read the notes
 */
public record Cover(
        @Column("covered_by") String by,
        @Column("cover_answer") String answer,
        Boolean sensitive,
        String callBackNumber,
        Boolean mobileGivenOut,
        @Column("cover_read_at") Instant readAt) {

    static final Cover NONE = new Cover(null, null, null, null, null, null);

    Cover corrected(String text, String number) {
        return new Cover(by, text, sensitive, callBackNumber == null ? null : number, mobileGivenOut, readAt);
    }

    Cover read(Instant now) {
        return new Cover(by, answer, sensitive, callBackNumber, mobileGivenOut, now);
    }
}
