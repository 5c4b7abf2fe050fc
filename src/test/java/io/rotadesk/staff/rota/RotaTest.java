package io.rotadesk.staff.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@RotaDeskTest
class RotaTest extends RotaScenario {

    @Test
    @Tag("L1.2")
    void callsGoRoundTheCallTeamInItsOrder() {
        List<String> seats = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Contact call = call();
            seats.add(offer(call));
            rota.finished(call, unit.login(seats.get(i)));
        }
        assertThat(seats).containsExactly("a1", "a2", "a3", "a4", "a1", "a2", "a3", "a4", "a1");
    }

    @Test
    @Tag("L1.3")
    @Tag("L3.1")
    void visitsGoToTheOtherTeamWithAPointerOfTheirOwn() {
        offer(call());
        assertThat(seat(rota.offer(unit.id(), Queue.VISIT, Contact.visit(id()))))
                .isEqualTo("b1");
        assertThat(seat(rota.offer(unit.id(), Queue.HELPER, Contact.visit(id()))))
                .isEqualTo("b2");
        assertThat(seat(rota.offer(unit.id(), Queue.VISIT, Contact.visit(id()))))
                .isEqualTo("b3");
    }

    @Test
    @Tag("L2.1")
    void unansweredCallGoesToTheNextAndThatCostsTheTurn() {
        Contact call = call();
        assertThat(offer(call)).isEqualTo("a1");
        rota.missed(call, unit.login("a1"), TurnReason.NO_ANSWER);
        assertThat(offer(call)).isEqualTo("a2");
        assertThat(offer(call())).isEqualTo("a3");
    }

    @Test
    @Tag("L2.1")
    void anAgentWhoMissedACallIsNotOfferedItAgainUnlessItWaits() {
        Contact call = call();
        for (String seat : List.of("a1", "a2", "a3", "a4")) {
            assertThat(offer(call)).isEqualTo(seat);
            rota.missed(call, unit.login(seat), TurnReason.NO_ANSWER);
        }
        Offer offer = rota.offer(unit.id(), Queue.CALL, call);
        assertThat(offer.turn()).isEmpty();
        assertThat(offer.nobody()).as("they are free").contains(TurnReason.ALL_MISSED);
        assertThat(offer.passedOver()).hasSize(4).allMatch(passed -> passed.reason() == TurnReason.MISSED_BEFORE);
        assertThat(offer(call())).isEqualTo("a1");

        // The call waits: the round starts again with those who are free, in the order's turn.
        assertThat(seat(rota.offerAgain(unit.id(), Queue.CALL, call, Set.of()))).isEqualTo("a2");
        rota.missed(call, unit.login("a2"), TurnReason.NO_ANSWER);
        assertThat(seat(rota.offerAgain(unit.id(), Queue.CALL, call, Set.of(unit.login("a3")))))
                .as("a3 is needed elsewhere")
                .isEqualTo("a4");
        assertThat(ledger.replay(unit.id(), Queue.CALL, MONDAY).same()).isTrue();
    }

    @Test
    void servingAgentIsPassedOverAndMadeUpFor() {
        Contact long_ = call();
        offer(long_);
        rota.taken(long_, unit.login("a1"));
        offerAndFinish(3);
        Contact call = call();
        Offer offer = rota.offer(unit.id(), Queue.CALL, call);
        assertThat(seat(offer)).isEqualTo("a2");
        assertThat(offer.passedOver()).containsExactly(new PassedOver(unit.login("a1"), TurnReason.SERVING));
        rota.finished(long_, unit.login("a1"));
        Offer madeUp = rota.offer(unit.id(), Queue.CALL, call());
        assertThat(seat(madeUp)).isEqualTo("a1");
        assertThat(madeUp.turn().orElseThrow().cause()).isEqualTo(TurnCause.MAKE_UP);
        assertThat(offer(call())).isEqualTo("a3");
    }

    @Test
    void neverMoreThanOneTurnIsOwed() {
        Contact busy = call();
        offer(busy);
        offerAndFinish(3 + 3 + 3);
        assertThat(rota.today(unit.id()).queues().get(Queue.CALL).order().get(0).owed())
                .isTrue();
        rota.finished(busy, unit.login("a1"));
        // The pointer is at a1: one make-up turn, one turn of their own, and no more.
        assertThat(offerAndFinish(3)).containsExactly("a1", "a1", "a2");
    }

    @Test
    void absentAgentIsPassedOverAndGetsNothingBack() {
        presence.away(unit.login("a1"), "看牙");
        presence.leave(unit.login("a2"), MONDAY, MONDAY, null);
        Offer offer = rota.offer(unit.id(), Queue.CALL, call());
        assertThat(seat(offer)).isEqualTo("a3");
        assertThat(offer.passedOver())
                .containsExactly(
                        new PassedOver(unit.login("a1"), TurnReason.AWAY),
                        new PassedOver(unit.login("a2"), TurnReason.ON_LEAVE));
        presence.present(unit.login("a1"));
        assertThat(offer(call())).isEqualTo("a4");
        assertThat(offer(call())).isEqualTo("a1");
    }

    @Test
    void rollbackLeavesThePointerWhereItWas() {
        assertThat(offer(call())).isEqualTo("a1");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    assertThat(offer(call())).isEqualTo("a2");
                    throw new IllegalStateException("the process could not start");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rota.isFree(unit.login("a2"))).isTrue();
        assertThat(offer(call())).isEqualTo("a2");
    }

    @Test
    void ledgerCannotBeChanged() {
        offer(call());
        assertThatThrownBy(
                        () -> jdbc.sql("update turn_ledger set reason = 'AWAY'").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from turn_ledger").update()).hasMessageContaining("append-only");
    }
}
