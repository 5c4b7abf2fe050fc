package io.rotadesk.web.desk.summaries;

import io.rotadesk.petition.enquiry.UnitRating;
import io.rotadesk.petition.review.UnitReviews;
import io.rotadesk.petition.summary.Counts;
import io.rotadesk.petition.summary.SummaryVersion;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A version of a summary as a viewer sees it.
 *
 * @param unitName the unit whose figures are shown, together with those of the units below
 * @param whole whether the figures are those of the whole tree, with the analysis
 * @param others all versions of the month, newest first
 * @param before the version or month it is compared with; null if there is none
 * @param cards the figures on top
 * @param analysis null if there is none, or if the viewer may not read it
 * @param signedBy the signer's name; null while nobody has signed it
 * @param signingTask the id of the task in which it is signed; null if none waits, or the viewer is not at the top
 * @param ratings the units that petitioners have rated
 * @param reviews the units that had something to review
 */
record SummaryView(
        SummaryVersion version,
        String unitName,
        boolean whole,
        List<SummaryVersion> others,
        SummaryVersion before,
        List<Card> cards,
        List<Line> categories,
        List<Line> units,
        List<Outcome> outcomes,
        String categoryChart,
        String outcomeChart,
        ZonedDateTime compiledAt,
        String analysis,
        String signedBy,
        ZonedDateTime signedAt,
        String signingTask,
        List<RatedUnit> ratings,
        List<ReviewingUnit> reviews) {

    /** What a unit had to review. */
    record ReviewingUnit(String name, UnitReviews counted) {}

    /** How petitioners rated a unit, for receiving them or for handling their matters. */
    record RatedUnit(String name, UnitRating rating) {}

    /**
     * @param value in words; a dash if there is none
     * @param change the difference to what it is compared with; null if there is nothing to compare
     */
    record Card(String key, String value, Integer change) {}

    /**
     * A category or a unit.
     *
     * @param change the change of the number of new matters; null if there is nothing to compare
     * @param level how many categories are above it
     * @param sum whether the lines below it, of the next level, are parts of it
     */
    record Line(String name, Counts counts, Integer change, int level, boolean sum) {}

    record Outcome(String name, int count, int share) {}

    public YearMonth month() {
        return version.month();
    }

    /** Whether it is compared with an earlier version of the same month. */
    public boolean sameMonth() {
        return before != null && before.month().equals(version.month());
    }
}
