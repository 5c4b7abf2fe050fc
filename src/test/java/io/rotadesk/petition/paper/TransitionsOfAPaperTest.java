package io.rotadesk.petition.paper;

import static io.rotadesk.petition.paper.PaperState.DELIVERED;
import static io.rotadesk.petition.paper.PaperState.DRAFT;
import static io.rotadesk.petition.paper.PaperState.HANDED_IN;
import static io.rotadesk.petition.paper.PaperState.REPLACED;
import static io.rotadesk.petition.paper.PaperState.SIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.platform.register.Parts;
import io.rotadesk.platform.register.WrongStateException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transition of a paper from every state: what becomes of it, or that it cannot be. */
class TransitionsOfAPaperTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Wording WORDS = new Wording("受理告知书", "周某：");
    private static final Paper NEW = Paper.begun(
            new PaperId("paper"),
            new MatterId("matter"),
            "office",
            PaperKind.ACCEPTANCE,
            WORDS,
            new Origin(null, 0),
            null,
            "li",
            NOW);
    private static final Signing SIGNATURE = new Signing("gu", NOW, 2026, 1, "清河访受〔2026〕1号");
    private static final Delivery IN_PERSON = new Delivery(Delivery.How.IN_PERSON, NOW, "周某", "本人", null, "li", NOW);

    static Stream<Arguments> transitions() {
        return Stream.of(
                becomes("edited", paper -> paper.edited(new Wording("标题", "改了"), "li", NOW), DRAFT, DRAFT),
                becomes("handed in", paper -> paper.handedIn("li", NOW), HANDED_IN, DRAFT),
                becomes("sent back", paper -> paper.sentBack("写明依据"), DRAFT, HANDED_IN),
                becomes("signed", paper -> paper.signed(SIGNATURE), SIGNED, HANDED_IN),
                becomes("delivered", paper -> paper.delivered(IN_PERSON), DELIVERED, SIGNED),
                becomes("replaced", Paper::replaced, REPLACED, SIGNED, DELIVERED),
                becomes(
                        "corrected",
                        paper -> paper.corrected(new PaperId("next"), "li", NOW),
                        DRAFT,
                        SIGNED,
                        DELIVERED));
    }

    private static Arguments becomes(
            String name, UnaryOperator<Paper> transition, PaperState state, PaperState... from) {
        Map<PaperState, PaperState> results = new EnumMap<>(PaperState.class);
        for (PaperState one : from) {
            results.put(one, state);
        }
        return arguments(name, transition, results);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transitions")
    void eachStateAllowsItOrRefusesIt(
            String name, UnaryOperator<Paper> transition, Map<PaperState, PaperState> results) {
        for (PaperState state : PaperState.values()) {
            Paper before = Parts.replace(NEW, state);
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
    void aCorrectionIsTheNextVersionAndLinksToTheOneBefore() {
        Paper signed = NEW.handedIn("li", NOW).signed(SIGNATURE).delivered(IN_PERSON);
        Paper next = signed.corrected(new PaperId("next"), "wang", NOW.plusSeconds(60));

        assertThat(next.version()).isEqualTo(2);
        assertThat(next.links().replaces()).isEqualTo(NEW.id());
        assertThat(next.wording()).isEqualTo(WORDS);
        assertThat(next.number()).isNull();
        assertThat(next.wasDelivered()).isFalse();
        assertThat(signed.replaced().wasDelivered())
                .as("what was delivered stays so")
                .isTrue();
    }
}
