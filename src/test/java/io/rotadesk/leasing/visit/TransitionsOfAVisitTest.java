package io.rotadesk.leasing.visit;

import static io.rotadesk.leasing.visit.VisitState.ABANDONED;
import static io.rotadesk.leasing.visit.VisitState.ARRIVED;
import static io.rotadesk.leasing.visit.VisitState.CANCELLED;
import static io.rotadesk.leasing.visit.VisitState.EXPECTED;
import static io.rotadesk.leasing.visit.VisitState.LEFT;
import static io.rotadesk.leasing.visit.VisitState.NO_SHOW;
import static io.rotadesk.leasing.visit.VisitState.OFFERED;
import static io.rotadesk.leasing.visit.VisitState.OTHER;
import static io.rotadesk.leasing.visit.VisitState.RECEIVED;
import static io.rotadesk.leasing.visit.VisitState.REGISTERED;
import static io.rotadesk.leasing.visit.VisitState.SEEN_OFF;
import static io.rotadesk.leasing.visit.VisitState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rotadesk.engine.Guidance;
import io.rotadesk.platform.register.Parts;
import io.rotadesk.platform.register.WrongStateException;
import io.rotadesk.staff.unit.Queue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transition of a visit from every state: what becomes of it, or that it cannot be. */
class TransitionsOfAVisitTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant SOON = NOW.plusSeconds(60);
    private static final Visit NEW = Visit.announced(
            new VisitKey("unit", "visit"),
            "API",
            new Announced(NOW, null, "何先生", "13800000001", "+8613800000001", null, 1, null, null),
            new Coming(null, null, NOW, null),
            Visit.VIEWING);

    /** The name of a transition, the transition, and what a visit becomes by it, by the state that it has before. */
    static Stream<Arguments> transitions() {
        return Stream.of(
                stays("looked up", visit -> visit.from(Known.NOTHING), EXPECTED, ARRIVED, OFFERED, WAITING),
                stays("here", visit -> visit.arrives(NOW), EXPECTED, ARRIVED, OFFERED, WAITING),
                stays("met by somebody else", visit -> visit.toBeMetBy("li", SOON), EXPECTED),
                stays("moved", visit -> visit.movedTo(SOON, null), EXPECTED),
                becomes("cancelled", Visit::cancelled, CANCELLED, EXPECTED),
                stays("said to have arrived", visit -> visit.arrivalIs("late"), EXPECTED),
                becomes("a no-show", Visit::didNotCome, NO_SHOW, EXPECTED),
                becomes("met", visit -> visit.metBy("li"), RECEIVED, EXPECTED),
                becomes("offered", visit -> visit.offeredTo("li", SOON), OFFERED, ARRIVED, WAITING),
                becomes("not greeted", Visit::notGreeted, ARRIVED, OFFERED, RECEIVED),
                becomes("waiting", visit -> visit.waitsFor(Queue.VISIT, NOW), WAITING, EXPECTED, ARRIVED, RECEIVED),
                becomes("gone", Visit::leaves, LEFT, WAITING, ARRIVED),
                becomes("greeted", visit -> visit.greetedBy("li", visit.said(), NOW), RECEIVED, OFFERED, RECEIVED),
                becomes("about something else", visit -> visit.aboutSomethingElse(NOW), OTHER, RECEIVED),
                becomes("withdrawn", Visit::withdrawn, CANCELLED, OFFERED),
                becomes(
                        "about leasing after all",
                        visit -> visit.wasAboutLeasing(Written.NOT_YET, 7L),
                        REGISTERED,
                        OTHER),
                stays("a market survey", Visit::isAMarketSurvey, RECEIVED),
                stays("owned", visit -> visit.ownedBy("wang", "PHONE"), RECEIVED),
                stays("decided", visit -> visit.decided("ACTIVE"), ARRIVED, RECEIVED, SEEN_OFF),
                becomes("called to", visit -> visit.asksToCome("wang", SOON), OFFERED, ARRIVED, RECEIVED, WAITING),
                becomes("not received", visit -> visit.notReceivedBy("wang"), ARRIVED, OFFERED),
                becomes("received", visit -> visit.receivedBy("wang", true), RECEIVED, OFFERED),
                stays("asked", visit -> visit.wants("shop", BigDecimal.TEN), RECEIVED),
                stays("shown around", visit -> visit.shown(visit.showing().toured("exterior", null)), RECEIVED),
                becomes("seen off", visit -> visit.seenOff(NOW), SEEN_OFF, RECEIVED),
                becomes("registered", visit -> visit.registeredBy("li", Written.NOT_YET), REGISTERED, SEEN_OFF),
                stays("a customer's", visit -> visit.of(7L), REGISTERED),
                stays("drawn", visit -> visit.drawn(true), REGISTERED),
                stays("handed back", visit -> visit.handedBack("course", "result", NOW), REGISTERED),
                stays("acknowledged", visit -> visit.acknowledged(NOW), REGISTERED),
                stays("guided again", visit -> visit.guidedAgain(NOW), EXPECTED, ARRIVED, OFFERED),
                arguments(
                        "guided again after it was removed",
                        removedBefore(visit -> visit.guidedAgain(NOW)),
                        new EnumMap<>(Map.of(EXPECTED, EXPECTED, ARRIVED, WAITING, OFFERED, OFFERED))),
                arguments(
                        "without its process",
                        (UnaryOperator<Visit>) visit -> visit.processRemoved(NOW),
                        new EnumMap<>(Map.of(
                                EXPECTED,
                                EXPECTED,
                                ARRIVED,
                                ARRIVED,
                                OFFERED,
                                ARRIVED,
                                WAITING,
                                ARRIVED,
                                RECEIVED,
                                ABANDONED,
                                SEEN_OFF,
                                ABANDONED,
                                REGISTERED,
                                REGISTERED))),
                arguments(
                        "without its process again",
                        removedBefore(visit -> visit.processRemoved(NOW)),
                        new EnumMap<>(Map.of(
                                EXPECTED,
                                ABANDONED,
                                ARRIVED,
                                ABANDONED,
                                OFFERED,
                                ABANDONED,
                                WAITING,
                                ABANDONED,
                                RECEIVED,
                                ABANDONED,
                                SEEN_OFF,
                                ABANDONED,
                                REGISTERED,
                                REGISTERED))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transitions")
    void aVisitChangesOnlyFromWhereItMay(
            String name, UnaryOperator<Visit> transition, Map<VisitState, VisitState> becomes) {
        for (VisitState state : VisitState.values()) {
            Visit visit = with(NEW, state);
            if (becomes.containsKey(state)) {
                assertThat(transition.apply(visit).state())
                        .as("%s from %s", name, state)
                        .isEqualTo(becomes.get(state));
            } else {
                assertThatThrownBy(() -> transition.apply(visit))
                        .as("%s from %s", name, state)
                        .isInstanceOf(WrongStateException.class)
                        .hasMessageContaining("unit:visit")
                        .hasMessageContaining(state.name());
            }
        }
    }

    @Test
    void aVisitCanGoOnWithoutItsProcessInAnyState() {
        for (VisitState state : VisitState.values()) {
            assertThat(with(NEW, state).withoutModel()).isEqualTo(with(with(NEW, state), new Guidance(false, null)));
        }
    }

    @Test
    void aVisitorWhoLeavesTheLineForAnAgentKeepsTheirWaitingTimeUntilTheyAreGreeted() {
        Visit again = NEW.waitsFor(Queue.VISIT, NOW)
                .offeredTo("li", SOON)
                .notGreeted()
                .waitsFor(Queue.VISIT, SOON);
        assertThat(again.inLine()).isEqualTo(new InLine(Queue.VISIT, NOW, null));
        Visit forAHelper =
                again.offeredTo("li", SOON).greetedBy("li", again.said(), SOON).waitsFor(Queue.HELPER, SOON);
        assertThat(forAHelper.inLine()).isEqualTo(new InLine(Queue.HELPER, SOON, null));
    }

    @Test
    void theAgentWhoGreetedTheVisitorStaysUntilAColleagueComes() {
        Visit greeted = NEW.offeredTo("li", SOON).greetedBy("li", NEW.said(), NOW);
        Visit missed = greeted.asksToCome("wang", SOON).notReceivedBy("wang");
        assertThat(missed.host().agent()).isEqualTo("li");
        assertThat(missed.asksToCome("zhao", SOON).receivedBy("zhao", true).host())
                .isEqualTo(new Host("zhao", SOON, "li", NOW, "zhao"));
    }

    private static Arguments stays(String name, UnaryOperator<Visit> transition, VisitState... from) {
        Map<VisitState, VisitState> same = new EnumMap<>(VisitState.class);
        Stream.of(from).forEach(state -> same.put(state, state));
        return arguments(name, transition, same);
    }

    private static Arguments becomes(
            String name, UnaryOperator<Visit> transition, VisitState then, VisitState... from) {
        Map<VisitState, VisitState> becomes = new EnumMap<>(VisitState.class);
        Stream.of(from).forEach(state -> becomes.put(state, then));
        return arguments(name, transition, becomes);
    }

    private static UnaryOperator<Visit> removedBefore(UnaryOperator<Visit> transition) {
        return visit -> transition.apply(with(visit, new Guidance(true, NOW)));
    }

    private static Visit with(Visit visit, Object part) {
        return Parts.replace(visit, part);
    }
}
