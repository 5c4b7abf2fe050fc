package io.rotadesk.petition.matter;

import static io.rotadesk.petition.matter.MatterState.ALERTED;
import static io.rotadesk.petition.matter.MatterState.CLOSED;
import static io.rotadesk.petition.matter.MatterState.JOINED;
import static io.rotadesk.petition.matter.MatterState.NOT_RECEIVED;
import static io.rotadesk.petition.matter.MatterState.ON_SCENE;
import static io.rotadesk.petition.matter.MatterState.PLANNED;
import static io.rotadesk.petition.matter.MatterState.RECEIVED;
import static io.rotadesk.petition.matter.MatterState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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

/** Every transition of a matter from every state: what becomes of it, or that it cannot be. */
class TransitionsOfAMatterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(86_400);
    private static final Petitioner WHO = new Petitioner("周某", "+8613800000104", false, 1);
    private static final Statement WHAT = Statement.atRegistration("路没修", null, null);
    private static final Matter NEW = Matter.begun(
            new MatterId("matter"),
            "2026-000001",
            "town",
            new TicketId("ticket"),
            NOW,
            "li",
            WHO,
            WHAT,
            Handling.of("office"),
            Consent.NONE);
    private static final MatterState[] OPEN = {RECEIVED, PLANNED, ALERTED, ON_SCENE};

    /** The name of a transition, the transition, and what a matter becomes by it, by the state that it has before. */
    static Stream<Arguments> transitions() {
        return Stream.of(
                stays("recorded", matter -> matter.recorded(WHO, WHAT), WAITING),
                becomes("received", matter -> matter.receivedBy("li", LATER, NOW), RECEIVED, WAITING),
                becomes("not received", Matter::notReceived, NOT_RECEIVED, WAITING),
                becomes("joined", matter -> matter.joins(new MatterId("earlier"), NOW), JOINED, WAITING),
                stays(
                        "taken up again",
                        matter -> matter.cameAgain(WHO, "修路"),
                        RECEIVED,
                        PLANNED,
                        ALERTED,
                        ON_SCENE,
                        CLOSED),
                becomes("reopened", matter -> matter.reopens("office", "li", WHAT, LATER, NOW), RECEIVED, CLOSED),
                becomes(
                        "a large-scale event",
                        matter -> matter.alerted(LATER, NOW),
                        ALERTED,
                        WAITING,
                        RECEIVED,
                        PLANNED,
                        ALERTED,
                        ON_SCENE),
                stays(
                        "acknowledged",
                        matter -> matter.acknowledgedBy("wang"),
                        RECEIVED,
                        PLANNED,
                        ALERTED,
                        ON_SCENE,
                        CLOSED),
                becomes("attended", matter -> matter.attended("wang"), ON_SCENE, OPEN),
                becomes(
                        "planned",
                        matter -> matter.planned(new Due(LATER, DueKind.HANDLE, null, null), NOW),
                        PLANNED,
                        OPEN),
                stays("extended", matter -> matter.extended(LATER), OPEN),
                becomes("transferred", matter -> matter.movedTo("other", "zhao"), RECEIVED, OPEN),
                stays("somebody else's", matter -> matter.handledBy("zhao"), OPEN),
                stays("answered", matter -> matter.answered(Answer.NOT_YET), OPEN),
                becomes("closed", matter -> matter.closes("li", "settled", NOW), CLOSED, OPEN),
                stays("agreed to messages", matter -> matter.agreed("li", NOW), MatterState.values()),
                stays("wants no messages", Matter::disagreed, MatterState.values()),
                stays("classified", matter -> matter.classified("roads"), MatterState.values()),
                stays(
                        "worked on",
                        matter -> {
                            matter.requireOpen();
                            return matter;
                        },
                        OPEN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transitions")
    void aMatterChangesOnlyFromWhereItMay(
            String name, UnaryOperator<Matter> transition, Map<MatterState, MatterState> becomes) {
        for (MatterState state : MatterState.values()) {
            Matter matter = with(NEW, state);
            if (becomes.containsKey(state)) {
                assertThat(transition.apply(matter).state())
                        .as("%s from %s", name, state)
                        .isEqualTo(becomes.get(state));
            } else {
                assertThatThrownBy(() -> transition.apply(matter))
                        .as("%s from %s", name, state)
                        .isInstanceOf(WrongStateException.class)
                        .hasMessageContaining("2026-000001")
                        .hasMessageContaining(state.name());
            }
        }
    }

    @Test
    void aMatterThatComesBackBeginsAgain() {
        Matter closed = NEW.receivedBy("li", LATER, NOW)
                .planned(new Due(LATER, DueKind.HANDLE, NOW, NOW), NOW)
                .answered(new Answer("修好了", "in person", NOW, true, "settled"))
                .closes("li", "unused", NOW);
        assertThat(closed.outcome()).isEqualTo("settled");
        Matter again = closed.reopens("office", "wang", WHAT, LATER, LATER);
        assertThat(again.answer()).isEqualTo(Answer.NOT_YET);
        assertThat(again.due()).as("it was late once").isEqualTo(new Due(LATER, DueKind.REVIEW, null, NOW));
        assertThat(again.isOverdue()).isFalse();
        assertThat(again.wasOverdue()).isTrue();
        assertThat(again.ending()).isEqualTo(new Ending(null, null, 1, LATER));
        assertThat(again.isPlanned()).isFalse();
        assertThat(again.responsible()).isEqualTo("wang");
    }

    @Test
    void anEventKeepsTheDeadlineThatThePetitionerKnows() {
        Matter planned = NEW.receivedBy("li", LATER, NOW).planned(new Due(LATER, DueKind.HANDLE, null, null), NOW);
        assertThat(planned.alerted(NOW, NOW).due()).isEqualTo(planned.due());
        assertThat(NEW.alerted(LATER, NOW).due()).isEqualTo(new Due(LATER, DueKind.ACCEPT, null, null));
    }

    private static Arguments stays(String name, UnaryOperator<Matter> transition, MatterState... from) {
        Map<MatterState, MatterState> same = new EnumMap<>(MatterState.class);
        Stream.of(from).forEach(state -> same.put(state, state));
        return arguments(name, transition, same);
    }

    private static Arguments becomes(
            String name, UnaryOperator<Matter> transition, MatterState then, MatterState... from) {
        Map<MatterState, MatterState> becomes = new EnumMap<>(MatterState.class);
        Stream.of(from).forEach(state -> becomes.put(state, then));
        return arguments(name, transition, becomes);
    }

    private static Matter with(Matter matter, Object part) {
        return Parts.replace(matter, part);
    }
}
