package io.rotadesk.petition.summary;

import io.rotadesk.petition.review.Reviews;
import io.rotadesk.petition.review.UnitReviews;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the units had to review in a month, in each version of its summary. */
@Component
public class SummaryReviews extends UnitCounts<UnitReviews> {

    private final Reviews reviews;

    SummaryReviews(JdbcClient db, Reviews reviews, Units units) {
        super(
                db,
                units,
                UnitReviews.class,
                "summary_review",
                List.of("unit_id", "asked", "told", "upheld", "changed", "again", "late", "overdue"));
        this.reviews = reviews;
    }

    @Override
    List<UnitReviews> count(Collection<String> unitIds, Instant from, Instant to) {
        return reviews.counted(unitIds, from, to);
    }

    @Override
    List<Object> values(UnitReviews counted) {
        return List.of(
                counted.unitId(),
                counted.asked(),
                counted.told(),
                counted.upheld(),
                counted.changed(),
                counted.again(),
                counted.late(),
                counted.overdue());
    }
}
