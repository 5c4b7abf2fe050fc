package io.rotadesk.petition.review;

import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.TextsAboutMatters;
import io.rotadesk.platform.register.Register;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the reviews. Their texts go with the petitioner; that there were reviews, and what they came to, stays. */
@Repository
class ReviewRows implements TextsAboutMatters {

    private final JdbcClient db;
    private final Register<ReviewId, Review> reviews;

    ReviewRows(JdbcClient db) {
        this.db = db;
        this.reviews = new Register<>(db, "matter_review", Review.class, ReviewRows::unknown);
    }

    Optional<Review> find(ReviewId id) {
        return reviews.find(id);
    }

    Review get(ReviewId id) {
        return reviews.get(id);
    }

    /** Locks the review until the transaction ends. */
    Review hold(ReviewId id) {
        return reviews.hold(id).orElseThrow(() -> unknown(id));
    }

    /** @return empty if the matter is being reviewed already */
    Optional<Review> add(Review review) {
        return reviews.add(review);
    }

    Review save(Review before, Review after) {
        return reviews.save(before, after);
    }

    /** All reviews of a matter, oldest first: in a round the first stage comes before the last one. */
    List<Review> of(MatterId matterId) {
        return db.sql("select * from matter_review where matter_id = ? order by round, stage desc, entered_at, id")
                .param(matterId.value())
                .query(reviews.rows())
                .list();
    }

    /** The reviews that these units have to do, the first due first. */
    List<Review> open(Collection<String> unitIds, int atMost) {
        return db.sql("""
                        select * from matter_review where ended_at is null and unit_id = any (:units)
                        order by due_at, id limit :atMost
                        """)
                .param("units", unitIds.toArray(String[]::new))
                .param("atMost", atMost)
                .query(reviews.rows())
                .list();
    }

    /** What each of these units had to review, those with nothing left out. */
    List<UnitReviews> counted(Collection<String> unitIds, Instant from, Instant to) {
        return db.sql("""
                        with told as (
                          select *, coalesce(told_at >= :from and told_at < :to, false) as is_told from matter_review
                          where unit_id = any (:units) and state <> 'ABANDONED' and entered_at < :to
                            and (ended_at is null or ended_at >= :from))
                        select unit_id, count(*) filter (where entered_at >= :from) as asked,
                          count(*) filter (where is_told) as told,
                          count(*) filter (where is_told and outcome = 'UPHELD') as upheld,
                          count(*) filter (where is_told and outcome = 'CHANGED') as changed,
                          count(*) filter (where is_told and outcome in ('REVOKED', 'REDO')) as again,
                          count(*) filter (where is_told and outcome = 'LATE') as late,
                          count(*) filter (where overdue_since < :to) as overdue
                        from told group by unit_id order by unit_id
                        """)
                .param("units", unitIds.toArray(String[]::new))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(UnitReviews.class)
                .list();
    }

    private static NoSuchElementException unknown(ReviewId id) {
        return new NoSuchElementException("There is no review " + id);
    }

    @Override
    public String tableOfTexts() {
        return "matter_review";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("request", "hearing_notes", "opinion", "sent_back_why");
    }
}
