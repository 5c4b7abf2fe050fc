package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.review.AnswerStanding;
import io.rotadesk.petition.review.Review;
import io.rotadesk.petition.workday.Computation;
import java.time.LocalDate;
import java.util.List;

/**
 * The reviews on a matter's page.
 *
 * @param mayAsk whether the viewer may enter a request
 * @param today the last day that a request can have
 */
public record ReviewCard(List<Line> lines, AnswerStanding standing, boolean mayAsk, LocalDate today) {

    /**
     * @param unit the name of the unit that reviews
     * @param ofUnit the name of the unit whose answer or opinion it reviews
     * @param reviewer the name of the person who reviews; null until somebody is named
     * @param signedBy the name of the leader who signed the opinion; null until somebody has
     * @param due the last day on which the petitioner must be told
     * @param told the day on which they were; null until then
     * @param computation of that last day
     */
    public record Line(
            Review review,
            String unit,
            String ofUnit,
            String reviewer,
            String signedBy,
            LocalDate due,
            LocalDate told,
            Computation computation) {}

    public boolean isEmpty() {
        return lines.isEmpty() && !standing.canBeAsked() && !standing.isFinal();
    }

    /** Whether a request of today is too late. */
    public boolean isLate() {
        return standing.until() != null && today.isAfter(standing.until());
    }
}
