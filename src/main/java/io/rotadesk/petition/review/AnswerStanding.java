package io.rotadesk.petition.review;

import io.rotadesk.petition.workday.Computation;
import io.rotadesk.staff.unit.Unit;
import java.time.LocalDate;

/**
 * How an answer stands.
 *
 * @param open the review that is under way; null for none
 * @param next the stage for which the petitioner may ask; null if none is left
 * @param ofUnit the unit whose answer or opinion would be reviewed; null without a next stage, as the three after it
 * @param told the day on which the petitioner was told that
 * @param above the unit that would review it; null also if there is no unit above
 * @param askBy how the last day comes about for asking
 * @param isFinal whether the answer does not change any more, and the matter is not accepted again
 * @param finalSince the day from which on that is so; null unless it is
 */
public record AnswerStanding(
        Review open,
        Stage next,
        String ofUnit,
        LocalDate told,
        Unit above,
        Computation askBy,
        boolean isFinal,
        LocalDate finalSince) {

    static final AnswerStanding NONE = new AnswerStanding(null, null, null, null, null, null, false, null);

    static AnswerStanding underReview(Review open) {
        return new AnswerStanding(open, null, null, null, null, null, false, null);
    }

    static AnswerStanding over(LocalDate since) {
        return new AnswerStanding(null, null, null, null, null, null, true, since);
    }

    /** Whether a request can be entered: one that is late can only be refused. */
    public boolean canBeAsked() {
        return next != null;
    }

    /** The last day for asking; null if nobody can ask. */
    public LocalDate until() {
        return askBy == null ? null : askBy.last();
    }
}
