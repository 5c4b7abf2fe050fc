package io.rotadesk.petition.review;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells staff what happens to a review: the matter's number, names of staff and days, nothing of a petitioner. */
@Component
class ReviewNotices {

    private final Notices notices;
    private final Matters matters;
    private final ReviewLimits limits;
    private final Agents agents;
    private final Units units;

    ReviewNotices(Notices notices, Matters matters, ReviewLimits limits, Agents agents, Units units) {
        this.notices = notices;
        this.matters = matters;
        this.limits = limits;
        this.agents = agents;
        this.units = units;
    }

    /** The leaders of the unit that reviews. */
    void asked(Review review) {
        tell(
                NoticeKind.REVIEW_ASKED,
                review,
                leaders(review.unitId()),
                number(review),
                limits.lastDay(review).toString());
    }

    void given(Review review) {
        notices.settle(NoticeKind.REVIEW_ASKED, review.unitId(), subject(review));
        tell(
                NoticeKind.REVIEW_GIVEN,
                review,
                List.of(review.reviewer()),
                number(review),
                limits.lastDay(review).toString());
    }

    void toSign(Review review) {
        tell(
                NoticeKind.OPINION_TO_SIGN,
                review,
                leaders(review.unitId()),
                agents.name(review.reviewer()),
                number(review));
    }

    /** The leader has signed the opinion, or sent it back. */
    void answered(Review review, String by) {
        notices.settle(NoticeKind.OPINION_TO_SIGN, review.unitId(), subject(review));
        if (!review.reviewer().equals(by)) {
            tell(NoticeKind.OPINION_ANSWERED, review, List.of(review.reviewer()), agents.name(by), number(review));
        }
    }

    void near(Review review) {
        tell(
                NoticeKind.REVIEW_NEAR,
                review,
                review.reviewer() == null ? leaders(review.unitId()) : List.of(review.reviewer()),
                number(review),
                limits.lastDay(review).toString());
    }

    void late(Review review) {
        Set<String> told = new LinkedHashSet<>(leaders(review.unitId()));
        if (review.reviewer() != null) {
            told.add(review.reviewer());
        }
        tell(
                NoticeKind.REVIEW_LATE,
                review,
                told,
                number(review),
                limits.lastDay(review).toString());
    }

    /** The responsible person and the leaders of the unit whose answer it is. */
    void over(Review review) {
        notices.settle(review.unitId(), subject(review));
        Matter matter = matters.get(review.matterId());
        Set<String> told = new LinkedHashSet<>(leaders(matter.unitId()));
        if (matter.responsible() != null) {
            told.add(matter.responsible());
        }
        notices.tell(
                NoticeKind.REVIEW_OVER,
                matter.unitId(),
                told,
                subject(review),
                page(review),
                units.get(review.unitId()).name(),
                matter.number());
    }

    /** Nobody has to act for it any more. */
    void settle(Review review) {
        notices.settle(review.unitId(), subject(review));
    }

    private void tell(NoticeKind kind, Review review, Collection<String> logins, String... words) {
        notices.tell(kind, review.unitId(), logins, subject(review), page(review), words);
    }

    private List<String> leaders(String unitId) {
        Unit unit = units.get(unitId);
        return unit.managers().isEmpty() ? unit.deputies() : unit.managers();
    }

    private String number(Review review) {
        return matters.get(review.matterId()).number();
    }

    private static String subject(Review review) {
        return "review-" + review.id();
    }

    private static String page(Review review) {
        return "/desk/matters/" + review.matterId() + "#reviews";
    }
}
