package io.rotadesk.petition.reception;

import static io.rotadesk.petition.reception.TicketState.ABANDONED;
import static io.rotadesk.petition.reception.TicketState.ARRIVED;
import static io.rotadesk.petition.reception.TicketState.CALLED;
import static io.rotadesk.petition.reception.TicketState.CANCELLED;
import static io.rotadesk.petition.reception.TicketState.DONE;
import static io.rotadesk.petition.reception.TicketState.EXPECTED;
import static io.rotadesk.petition.reception.TicketState.LEFT;
import static io.rotadesk.petition.reception.TicketState.NOT_THERE;
import static io.rotadesk.petition.reception.TicketState.NO_SHOW;
import static io.rotadesk.petition.reception.TicketState.RECEIVED;
import static io.rotadesk.petition.reception.TicketState.UNSERVED;
import static io.rotadesk.petition.reception.TicketState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rotadesk.engine.Guidance;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.TicketId;
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

/** Every transition of a ticket from every state: what becomes of it, or that it cannot be. */
class TransitionsOfATicketTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant SOON = NOW.plusSeconds(300);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Ticket NEW = Ticket.registered(
                    new TicketId("ticket"), "unit", new Registration(NOW, null, 1), null)
            .numbered(DAY, 1, new MatterId("matter"), null, NOW);

    /** The name of a transition, the transition, and what a ticket becomes by it, by the state that it has before. */
    static Stream<Arguments> transitions() {
        return Stream.of(
                stays(
                        "numbered",
                        ticket -> ticket.numbered(DAY, 2, new MatterId("matter"), null, NOW),
                        ARRIVED,
                        EXPECTED),
                stays("here", ticket -> ticket.arrives(NOW), EXPECTED, ARRIVED, WAITING, CALLED, NOT_THERE, RECEIVED),
                stays("moved", ticket -> ticket.movedTo(SOON, DAY, 2), EXPECTED),
                becomes(
                        "to be called",
                        ticket -> ticket.toBeCalledBy("li", SOON),
                        CALLED,
                        EXPECTED,
                        ARRIVED,
                        NOT_THERE,
                        WAITING),
                becomes("waiting", ticket -> ticket.waits(NOW), WAITING, EXPECTED, ARRIVED, NOT_THERE),
                stays("waiting too long", ticket -> ticket.leaderTold(NOW), WAITING, CALLED, ARRIVED),
                becomes("not called", Ticket::notCalled, ARRIVED, CALLED),
                becomes("received", ticket -> ticket.cameTo("li", NOW), RECEIVED, CALLED),
                becomes("called without an answer", ticket -> ticket.notThere(NOW, SOON), NOT_THERE, CALLED),
                becomes("a no-show", ticket -> ticket.didNotCome(NOW), NO_SHOW, NOT_THERE),
                becomes("gone", ticket -> ticket.leaves(NOW), LEFT, WAITING, ARRIVED, NOT_THERE),
                becomes("back", ticket -> ticket.back(NOW), ARRIVED, NOT_THERE, NO_SHOW),
                stays(
                        "carried to another day",
                        ticket -> ticket.carriedTo(DAY.plusDays(1), 2),
                        ARRIVED,
                        WAITING,
                        NOT_THERE),
                becomes("closed with its day", ticket -> ticket.unserved(NOW), UNSERVED, ARRIVED, WAITING, NOT_THERE),
                becomes("cancelled", ticket -> ticket.cancelled(NOW), CANCELLED, EXPECTED),
                becomes("heard", ticket -> ticket.heard(NOW), DONE, EXPECTED, ARRIVED, RECEIVED),
                stays("guided again", Ticket::guidedAgain, EXPECTED, ARRIVED, CALLED, DONE),
                arguments(
                        "without its process",
                        (UnaryOperator<Ticket>) ticket -> ticket.processRemoved(NOW),
                        new EnumMap<>(Map.of(
                                EXPECTED, EXPECTED, ARRIVED, ARRIVED, WAITING, ARRIVED, CALLED, ARRIVED, NOT_THERE,
                                ARRIVED, RECEIVED, ARRIVED, DONE, DONE))),
                arguments(
                        "without its process again",
                        (UnaryOperator<Ticket>)
                                ticket -> with(ticket, new Guidance(true, NOW)).processRemoved(NOW),
                        new EnumMap<>(Map.of(
                                EXPECTED, ABANDONED, ARRIVED, ABANDONED, WAITING, ABANDONED, CALLED, ABANDONED,
                                NOT_THERE, ABANDONED, RECEIVED, ABANDONED, DONE, DONE))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transitions")
    void aTicketChangesOnlyFromWhereItMay(
            String name, UnaryOperator<Ticket> transition, Map<TicketState, TicketState> becomes) {
        for (TicketState state : TicketState.values()) {
            Ticket ticket = with(NEW, state);
            if (becomes.containsKey(state)) {
                assertThat(transition.apply(ticket).state())
                        .as("%s from %s", name, state)
                        .isEqualTo(becomes.get(state));
            } else {
                assertThatThrownBy(() -> transition.apply(ticket))
                        .as("%s from %s", name, state)
                        .isInstanceOf(WrongStateException.class)
                        .hasMessageContaining("Ticket ticket")
                        .hasMessageContaining(state.name());
            }
        }
    }

    @Test
    void aTicketCanGoOnWithoutItsProcessInAnyState() {
        for (TicketState state : TicketState.values()) {
            assertThat(with(NEW, state).withoutModel()).isEqualTo(with(with(NEW, state), new Guidance(false, null)));
        }
    }

    @Test
    void aPetitionerWhoIsLateForAnAppointmentCountsFromThen() {
        Ticket appointment = Ticket.registered(new TicketId("ticket"), "unit", new Registration(NOW, null, 1), SOON)
                .numbered(DAY, 1, new MatterId("matter"), null, NOW);
        assertThat(appointment.arrives(NOW).standing().placeAt()).isEqualTo(SOON);
        assertThat(appointment.arrives(SOON.plusSeconds(1)).standing().placeAt())
                .isEqualTo(SOON.plusSeconds(1));
    }

    private static Arguments stays(String name, UnaryOperator<Ticket> transition, TicketState... from) {
        Map<TicketState, TicketState> same = new EnumMap<>(TicketState.class);
        Stream.of(from).forEach(state -> same.put(state, state));
        return arguments(name, transition, same);
    }

    private static Arguments becomes(
            String name, UnaryOperator<Ticket> transition, TicketState then, TicketState... from) {
        Map<TicketState, TicketState> becomes = new EnumMap<>(TicketState.class);
        Stream.of(from).forEach(state -> becomes.put(state, then));
        return arguments(name, transition, becomes);
    }

    private static Ticket with(Ticket ticket, Object part) {
        return Parts.replace(ticket, part);
    }
}
