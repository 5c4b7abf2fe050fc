package io.rotadesk.petition.paper;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.review.AnswerStandings;
import io.rotadesk.petition.review.Review;
import io.rotadesk.petition.review.Reviews;
import io.rotadesk.petition.review.Stage;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which unit issues a paper: the one that has the matter; the opinion on a review, the one that reviews. That a matter is not accepted any
 * more can be said once its answer is final.
 */
@Component
public class PaperIssuers {

    private final PaperRights rights;
    private final Reviews reviews;
    private final AnswerStandings standings;

    PaperIssuers(PaperRights rights, Reviews reviews, AnswerStandings standings) {
        this.rights = rights;
        this.reviews = reviews;
        this.standings = standings;
    }

    /** The unit for which the person makes such a paper of the matter; empty if they may not, or it is not the time for it. */
    @Transactional(readOnly = true)
    public Optional<String> unit(Matter matter, PaperKind kind, String login) {
        if (kind.isOpinion()) {
            return review(matter, kind)
                    .filter(review -> login.equals(review.reviewer()) && matter.erasedAt() == null)
                    .map(Review::unitId);
        }
        if (!rights.makes(matter, login)) {
            return Optional.empty();
        }
        boolean its =
                kind != PaperKind.NOT_ACCEPTED_AGAIN || standings.of(matter).isFinal();
        return its ? Optional.of(matter.unitId()) : Optional.empty();
    }

    /** The last review of the matter whose opinion a paper of this kind is. */
    Optional<Review> review(Matter matter, PaperKind kind) {
        Stage stage = kind == PaperKind.RECHECK_OPINION ? Stage.RECHECK : Stage.REVIEW;
        return reviews.of(matter.id()).stream()
                .filter(review -> review.stage() == stage && review.isOfUse())
                .reduce((one, later) -> later);
    }
}
