package io.rotadesk.petition.review;

import io.rotadesk.staff.handover.PersonColumns;
import io.rotadesk.staff.unit.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A leaver's reviews: the colleague reviews from then on. */
@Component
class LeaversReviews extends PersonColumns {

    LeaversReviews(JdbcClient db) {
        super(db, "matter_review", "reviews", UnitKind.PETITION, "unit_id = :unit and ended_at is null", "reviewer");
    }
}
