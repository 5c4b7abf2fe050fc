package io.rotadesk.petition.summary;

import io.rotadesk.petition.enquiry.Ratings;
import io.rotadesk.petition.enquiry.UnitRating;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How petitioners rated the units of a tree in a month, kept with each version of its summary; of receiving first. */
@Component
public class SummaryRatings extends UnitCounts<UnitRating> {

    private final Ratings ratings;

    SummaryRatings(JdbcClient db, Ratings ratings, Units units) {
        super(
                db,
                units,
                UnitRating.class,
                "summary_rating",
                List.of("unit_id", "about", "satisfied", "fairly", "dissatisfied"));
        this.ratings = ratings;
    }

    @Override
    List<UnitRating> count(Collection<String> unitIds, Instant from, Instant to) {
        return ratings.given(unitIds, from, to);
    }

    @Override
    List<Object> values(UnitRating counted) {
        return List.of(
                counted.unitId(),
                counted.about().name(),
                counted.satisfied(),
                counted.fairly(),
                counted.dissatisfied());
    }
}
