package io.rotadesk.petition.review.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.review.Outcome;
import io.rotadesk.petition.review.Review;
import io.rotadesk.petition.review.ReviewLimits;
import io.rotadesk.petition.review.ReviewWording;
import io.rotadesk.petition.review.Reviews;
import io.rotadesk.petition.review.Stage;
import io.rotadesk.staff.unit.Units;
import org.springframework.stereotype.Component;

/** The texts about a review for its forms. */
@Component
class ReviewTexts {

    /** The engine's variable table holds 4000 characters; the rest is on the matter's page. */
    private static final int LONGEST = 3500;

    private final Matters matters;
    private final Reviews reviews;
    private final ReviewLimits limits;
    private final Units units;
    private final ReviewWording words;

    ReviewTexts(Matters matters, Reviews reviews, ReviewLimits limits, Units units, ReviewWording words) {
        this.matters = matters;
        this.reviews = reviews;
        this.limits = limits;
        this.units = units;
        this.words = words;
    }

    String line(Review review) {
        return words.get(
                "form.line",
                words.stage(review.stage()),
                matters.get(review.matterId()).number(),
                units.get(review.ofUnit()).name());
    }

    FormMarkdown request(Review review) {
        String text = markdown("form.request", review.askedOn().toString(), shortened(review.request()));
        return FormMarkdown.of(
                review.isLate()
                        ? text + "\n\n" + markdown("form.late", review.askBy().toString())
                        : text);
    }

    FormMarkdown answer(Review review) {
        Matter matter = matters.get(review.matterId());
        Review before = review.stage() == Stage.REVIEW
                ? null
                : reviews.of(review.matterId()).stream()
                        .filter(one -> one.stage() == Stage.REVIEW && one.round() == review.round() && !one.isOpen())
                        .reduce((one, later) -> later)
                        .orElse(null);
        String told = before == null ? matter.reply() : before.opinion();
        var at = before == null ? matter.replyToldAt() : before.toldAt();
        return FormMarkdown.of(markdown(
                "form.answer",
                at == null ? "—" : units.get(review.ofUnit()).clock().day(at).toString(),
                shortened(told),
                matter.id().value()));
    }

    FormMarkdown limit(Review review) {
        String last = limits.lastDay(review).toString();
        if (review.hearingBegins() == null) {
            return FormMarkdown.of(markdown("form.limit", last));
        }
        return FormMarkdown.of(
                review.hearingEnds() == null
                        ? markdown("form.limit.hearing", review.hearingBegins().toString(), last)
                        : markdown(
                                "form.limit.heard",
                                review.hearingBegins().toString(),
                                review.hearingEnds().toString(),
                                last));
    }

    FormMarkdown sentBack(Review review) {
        return FormMarkdown.of(
                review.sentBackWhy() == null ? null : markdown("form.sentBack", shortened(review.sentBackWhy())));
    }

    FormMarkdown opinion(Review review) {
        return FormMarkdown.of(markdown("form.opinion", outcome(review.outcome()), shortened(review.opinion())));
    }

    String outcome(Outcome outcome) {
        return outcome == null ? "" : words.outcome(outcome);
    }

    private String markdown(String key, Object... arguments) {
        return words.get(key, FormMarkdown.arguments(arguments));
    }

    private String shortened(String text) {
        if (text == null) {
            return "—";
        }
        return text.length() <= LONGEST / 2 ? text : text.substring(0, LONGEST / 2) + words.get("form.more");
    }
}
