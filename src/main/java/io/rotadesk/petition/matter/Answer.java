package io.rotadesk.petition.matter;

import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * What became of a matter.
 *
 * @param toldHow how the petitioner was told
 * @param satisfied whether the petitioner accepted the reply
 * @param outcome for the summary (P7)
 */
record Answer(
        String reply,
        @Column("reply_told_how") String toldHow,
        @Column("reply_told_at") Instant toldAt,
        Boolean satisfied,
        String outcome) {

    static final Answer NOT_YET = new Answer(null, null, null, null, null);

    /** That there was one stays. */
    Answer erased() {
        return new Answer(null, toldHow, toldAt, satisfied, outcome);
    }

    Answer with(String result) {
        return new Answer(reply, toldHow, toldAt, satisfied, result);
    }
}
