package io.rotadesk.leasing.call;

import static io.rotadesk.leasing.call.CallState.ABANDONED;
import static io.rotadesk.leasing.call.CallState.ANSWERED;
import static io.rotadesk.leasing.call.CallState.COVERED;
import static io.rotadesk.leasing.call.CallState.MISSED;
import static io.rotadesk.leasing.call.CallState.OTHER;
import static io.rotadesk.leasing.call.CallState.RECEIVED;
import static io.rotadesk.leasing.call.CallState.REGISTERED;
import static io.rotadesk.leasing.call.CallState.RINGING;
import static io.rotadesk.leasing.call.CallState.UNASSIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rotadesk.engine.Guidance;
import io.rotadesk.platform.phone.Numbering;
import io.rotadesk.platform.phone.SentNumber;
import io.rotadesk.platform.register.Parts;
import io.rotadesk.platform.register.WrongStateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transition of a call from every state: what becomes of it, or that it cannot be. */
class TransitionsOfACallTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant SOON = NOW.plusSeconds(15);
    private static final Call NEW = Call.received(
            new CallKey("unit", "call"),
            "PHONE_SYSTEM",
            Caller.of("13800000001", SentNumber.read("13800000001", Numbering.HOME)),
            Sent.NOTHING,
            NOW);

    /** The name of a transition, the transition, and what a call becomes by it, by the state that it has before. */
    static Stream<Arguments> transitions() {
        return Stream.of(
                transition("looked up", call -> call.from(call.caller().oneOf(2)), Map.of(RECEIVED, RECEIVED)),
                transition(
                        "offered",
                        call -> call.ringsAt("li", NOW, SOON),
                        Map.of(RECEIVED, RINGING, RINGING, RINGING, UNASSIGNED, RINGING)),
                transition(
                        "taken by nobody",
                        Call::takenByNobody,
                        Map.of(RECEIVED, UNASSIGNED, RINGING, UNASSIGNED, UNASSIGNED, UNASSIGNED)),
                transition("answered", call -> call.answeredAtPhoneOf("li"), Map.of(RINGING, RINGING)),
                transition(
                        "picked up",
                        call -> call.pickedUpBy("li", NOW, 2),
                        Map.of(RINGING, ANSWERED, UNASSIGNED, ANSWERED)),
                transition("unanswered", call -> call.unansweredBy("li", NOW), Map.of(RINGING, RINGING)),
                transition("logged", call -> call.loggedBy("li", NOW), Map.of(RECEIVED, ANSWERED)),
                transition(
                        "hung up on",
                        call -> call.hungUp(NOW, "li"),
                        Map.of(RECEIVED, MISSED, RINGING, MISSED, UNASSIGNED, MISSED, ABANDONED, MISSED)),
                transition("left for later", call -> call.toBeReturnedBy("li"), Map.of(UNASSIGNED, MISSED)),
                transition(
                        "over",
                        call -> call.lineIsFree(NOW),
                        Map.of(
                                ANSWERED,
                                ANSWERED,
                                MISSED,
                                MISSED,
                                OTHER,
                                OTHER,
                                COVERED,
                                COVERED,
                                REGISTERED,
                                REGISTERED,
                                ABANDONED,
                                ABANDONED)),
                transition("asked", call -> call.answers("leasing", "yes", "wang"), Map.of(ANSWERED, ANSWERED)),
                transition("owned", call -> call.ownedBy("wang", "PHONE"), Map.of(ANSWERED, ANSWERED)),
                transition("handed over", call -> call.handedOverTo("wang", NOW), Map.of(ANSWERED, ANSWERED)),
                transition("put through", call -> call.putThroughTo("wang", NOW), Map.of(ANSWERED, ANSWERED)),
                transition("going on", Call::goesOn, Map.of(ANSWERED, ANSWERED)),
                transition("answered after all", call -> call.answeredAfterAll("li", NOW), Map.of(MISSED, ANSWERED)),
                transition("about something else", call -> call.aboutSomethingElse(NOW), Map.of(ANSWERED, OTHER)),
                transition(
                        "registered", call -> call.registeredBy("li", Written.NOT_YET), Map.of(ANSWERED, REGISTERED)),
                transition(
                        "about leasing after all",
                        call -> call.wasAboutLeasing(Written.NOT_YET, 7L),
                        Map.of(OTHER, REGISTERED)),
                transition("cover corrected", call -> call.coverCorrected("answer", null), Map.of(COVERED, COVERED)),
                transition("a customer's", call -> call.of(7L), Map.of(REGISTERED, REGISTERED)),
                transition("covered", call -> call.covered(Cover.NONE, 1, NOW), Map.of(ANSWERED, COVERED)),
                transition("read", call -> call.coverRead(NOW), Map.of(COVERED, COVERED)),
                transition(
                        "called back", call -> call.calledBack(true, null, "chenjing", NOW), Map.of(COVERED, COVERED)),
                transition("returned", call -> call.returned(true, null, "chenjing", NOW), Map.of(MISSED, ANSWERED)),
                transition("not reached", call -> call.returned(false, null, "chenjing", NOW), Map.of(MISSED, MISSED)),
                transition("only entered", Call::onlyEntered, Map.of(RECEIVED, UNASSIGNED)),
                transition(
                        "guided again",
                        Call::guidedAgain,
                        Map.of(UNASSIGNED, UNASSIGNED, ANSWERED, ANSWERED, MISSED, MISSED)),
                transition(
                        "without its process",
                        call -> call.processRemoved(NOW),
                        Map.of(
                                RECEIVED,
                                UNASSIGNED,
                                RINGING,
                                UNASSIGNED,
                                UNASSIGNED,
                                UNASSIGNED,
                                ANSWERED,
                                ABANDONED,
                                MISSED,
                                MISSED,
                                COVERED,
                                COVERED)),
                transition(
                        "without its process again",
                        call -> in(call, new Guidance(true, NOW)).processRemoved(NOW),
                        Map.of(
                                RECEIVED,
                                ABANDONED,
                                RINGING,
                                ABANDONED,
                                UNASSIGNED,
                                ABANDONED,
                                ANSWERED,
                                ABANDONED,
                                MISSED,
                                MISSED,
                                COVERED,
                                COVERED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transitions")
    void aCallChangesOnlyFromWhereItMay(
            String name, UnaryOperator<Call> transition, Map<CallState, CallState> becomes) {
        for (CallState state : CallState.values()) {
            Call call = in(NEW, state);
            if (becomes.containsKey(state)) {
                assertThat(transition.apply(call).state())
                        .as("%s from %s", name, state)
                        .isEqualTo(becomes.get(state));
            } else {
                assertThatThrownBy(() -> transition.apply(call))
                        .as("%s from %s", name, state)
                        .isInstanceOf(WrongStateException.class)
                        .hasMessageContaining("unit:call")
                        .hasMessageContaining(state.name());
            }
        }
    }

    @Test
    void aCallCanGoOnWithoutItsProcessInAnyState() {
        for (CallState state : CallState.values()) {
            assertThat(in(NEW, state).withoutModel()).isEqualTo(in(in(NEW, state), new Guidance(false, null)));
        }
    }

    @Test
    void theFirstAgentToldToThePhoneSystemStaysAsTheRingMovesOn() {
        Call second = NEW.ringsAt("li", NOW, SOON)
                .unansweredBy("li", SOON)
                .ringsAt("wang", SOON, SOON.plus(Duration.ofSeconds(15)));
        assertThat(second.ringing())
                .isEqualTo(new Ringing("wang", SOON, SOON.plusSeconds(15), "li", SOON, true, "li", SOON, 2));
    }

    @Test
    void anErrorSaysWhichCallWhatWasToHappenAndFromWhereItCould() {
        assertThatThrownBy(() -> in(NEW, MISSED).pickedUpBy("li", NOW, 1))
                .hasMessage(
                        "Call unit:call is MISSED and cannot be picked up; it must be one of [RINGING, UNASSIGNED]");
    }

    private static Arguments transition(
            String name, UnaryOperator<Call> transition, Map<CallState, CallState> becomes) {
        return arguments(name, transition, new TreeMap<>(becomes));
    }

    private static Call in(Call call, Object part) {
        return Parts.replace(call, part);
    }
}
