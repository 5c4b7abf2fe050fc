package io.rotadesk.petition.review;

import static io.rotadesk.petition.review.ReviewState.ABANDONED;
import static io.rotadesk.petition.review.ReviewState.ASKED;
import static io.rotadesk.petition.review.ReviewState.IN_HAND;
import static io.rotadesk.petition.review.ReviewState.IN_HEARING;
import static io.rotadesk.petition.review.ReviewState.SIGNED;
import static io.rotadesk.petition.review.ReviewState.TOLD;
import static io.rotadesk.petition.review.ReviewState.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.platform.register.Parts;
import io.rotadesk.platform.register.WrongStateException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transition of a review from every state: what becomes of it, or that it cannot be. */
class TransitionsOfAReviewTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant DUE = Instant.parse("2026-04-01T15:59:59Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Review NEW = Review.asked(
            new ReviewId("review"),
            new MatterId("matter"),
            Stage.REVIEW,
            "centre",
            "village",
            0,
            new Request(DAY, DAY, "路没有修好", "li", NOW),
            DUE);
    private static final Opinion UPHELD = new Opinion(Outcome.UPHELD, "事实清楚", "li", NOW, null);

    static Stream<Arguments> transitions() {
        return Stream.of(
                becomes("given to somebody", review -> review.given("li", NOW), IN_HAND, ASKED),
                becomes("heard", review -> review.hears(DAY), IN_HEARING, IN_HAND),
                becomes("over with its hearing", review -> review.heard(DAY, null), IN_HAND, IN_HEARING),
                becomes("written", review -> review.written(UPHELD), WRITTEN, IN_HAND),
                becomes("sent back", review -> review.sentBack("写明依据"), IN_HAND, WRITTEN),
                becomes("signed", review -> review.signed("gu", NOW), SIGNED, WRITTEN),
                becomes("told", review -> review.told("inPerson", NOW, "li", NOW), TOLD, SIGNED),
                becomes(
                        "abandoned",
                        review -> review.abandoned(NOW),
                        ABANDONED,
                        ASKED,
                        IN_HAND,
                        IN_HEARING,
                        WRITTEN,
                        SIGNED));
    }

    private static Arguments becomes(
            String name, UnaryOperator<Review> transition, ReviewState state, ReviewState... from) {
        Map<ReviewState, ReviewState> results = new EnumMap<>(ReviewState.class);
        for (ReviewState one : from) {
            results.put(one, state);
        }
        return arguments(name, transition, results);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transitions")
    void eachStateAllowsItOrRefusesIt(
            String name, UnaryOperator<Review> transition, Map<ReviewState, ReviewState> results) {
        for (ReviewState state : ReviewState.values()) {
            Review before = Parts.replace(NEW, state);
            if (results.containsKey(state)) {
                assertThat(transition.apply(before).state())
                        .as("%s from %s", name, state)
                        .isEqualTo(results.get(state));
            } else {
                assertThatThrownBy(() -> transition.apply(before))
                        .as("%s from %s", name, state)
                        .isInstanceOf(WrongStateException.class)
                        .hasMessageContaining(name);
            }
        }
    }

    @Test
    void aDeadlineThatAHearingMovesWasNotMissedUnlessItWasBefore() {
        Review missed = NEW.missed(DUE.plusSeconds(1));

        assertThat(missed.dueMoved(DUE.plusSeconds(86_400)).isOverdue()).isFalse();
        assertThat(missed.dueMoved(DUE).isOverdue()).isTrue();
    }
}
