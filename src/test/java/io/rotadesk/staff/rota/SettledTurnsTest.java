package io.rotadesk.staff.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@RotaDeskTest
class SettledTurnsTest extends RotaScenario {

    @ParameterizedTest
    @EnumSource(names = {"OTHERS_CUSTOMER", "OWN_CUSTOMER", "MARKET_SURVEY", "NOT_LEASING", "HUNG_UP_EARLY"})
    @Tag("L3.4")
    void turnSpentOnWhatCostsNoneIsGivenBack(TurnReason why) {
        Contact call = call();
        offer(call);
        rota.taken(call, unit.login("a1"));
        assertThat(rota.restored(call, unit.login("a1"), why)).isTrue();
        assertThat(rota.restored(call, unit.login("a1"), why)).isFalse();
        rota.finished(call, unit.login("a1"));
        assertThat(offerAndFinish(2)).containsExactly("a1", "a2");
        assertThat(rota.explain(call))
                .filteredOn(entry -> entry.kind() == Kind.RESTORED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.reason()).isEqualTo(why);
                    assertThat(entry.owed()).isTrue();
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "HUNG_UP"})
    @Tag("L2.1")
    void turnThatWasMissedIsNotGivenBack(TurnReason why) {
        Contact call = call();
        offer(call);
        rota.missed(call, unit.login("a1"), why);
        assertThat(offerAndFinish(4)).containsExactly("a2", "a3", "a4", "a1");
    }

    @Test
    void callerWhoHangsUpBeforeTheThirdRingCostsNoTurn() {
        Contact call = call();
        offer(call);
        rota.missed(call, unit.login("a1"), TurnReason.HUNG_UP_EARLY);
        rota.missed(call, unit.login("a1"), TurnReason.HUNG_UP_EARLY);
        assertThat(offerAndFinish(3)).containsExactly("a1", "a2", "a3");
    }

    @Test
    void theReasonsForAMakeUpTurnAreASetting() {
        openUnit(2, UnitSettings.of(Map.of("madeUp", List.of("NO_ANSWER"))));
        Contact call = call();
        offer(call);
        assertThat(rota.restored(call, unit.login("a1"), TurnReason.OTHERS_CUSTOMER))
                .isFalse();
        rota.missed(call, unit.login("a1"), TurnReason.NO_ANSWER);
        assertThat(offerAndFinish(2)).containsExactly("a1", "a2");
    }

    @Test
    void owedTurnEndsWithTheDay() {
        Contact call = call();
        offer(call);
        rota.finished(call, unit.login("a1"));
        rota.restored(call, unit.login("a1"), TurnReason.MARKET_SURVEY);
        nextDay();
        nextDay();
        assertThat(offerAndFinish(2)).containsExactly("a1", "a2");
        // A turn of Monday that is given back on Wednesday belongs to Monday.
        Contact late = call();
        clock.set(TestClock.MONDAY_NINE);
        offer(late);
        rota.finished(late, unit.login("a1"));
        nextDay();
        nextDay();
        rota.restored(late, unit.login("a1"), TurnReason.MARKET_SURVEY);
        assertThat(offerAndFinish(1)).containsExactly("a3");
    }

    @Test
    void loggedCallOfTheOneWhoseTurnItIsUsesTheTurn() {
        Turn turn = rota.logged(unit.id(), Queue.CALL, call(), unit.login("a1"));
        assertThat(turn.cause()).isEqualTo(TurnCause.LOGGED);
        assertThat(rota.isFree(unit.login("a1"))).isFalse();
        assertThat(offer(call())).isEqualTo("a2");
    }

    @Test
    void loggedCallOfAnotherIsChargedWhenTheirTurnComesRound() {
        Contact call = call();
        rota.logged(unit.id(), Queue.CALL, call, unit.login("a3"));
        rota.finished(call, unit.login("a3"));
        assertThat(seatOf("a3", Queue.CALL).usedAhead()).isEqualTo(1);
        assertThat(offerAndFinish(2)).containsExactly("a1", "a2");
        Contact next = call();
        Offer offer = rota.offer(unit.id(), Queue.CALL, next);
        assertThat(seat(offer)).isEqualTo("a4");
        assertThat(offer.passedOver()).containsExactly(new PassedOver(unit.login("a3"), TurnReason.TURN_USED_AHEAD));
        rota.finished(next, unit.login("a4"));
        assertThat(offerAndFinish(3)).containsExactly("a1", "a2", "a3");
    }

    @Test
    void loggedCallOfSomebodyNotInTodaysQueueCostsNothing() {
        Contact call = call();
        rota.logged(unit.id(), Queue.CALL, call, unit.login("b2"));
        assertThat(rota.servingNow(unit.login("b2"))).contains(call);
        rota.finished(call, unit.login("b2"));
        assertThat(seatOf("b2", Queue.VISIT).usedAhead()).isZero();
        assertThat(offer(call())).isEqualTo("a1");
    }

    @Test
    void callLoggedTwiceIsOneTurnAndOneLoggedBesideAnotherIsServed() {
        Contact first = call();
        Contact second = call();
        Turn turn = rota.logged(unit.id(), Queue.CALL, first, unit.login("a1"));
        assertThat(rota.logged(unit.id(), Queue.CALL, first, unit.login("a1"))).isEqualTo(turn);
        clock.forward(Duration.ofSeconds(1));
        rota.logged(unit.id(), Queue.CALL, second, unit.login("a1"));
        assertThat(rota.servingNow(unit.login("a1"))).contains(second);
        rota.finished(first, unit.login("a1"));
        assertThat(rota.isFree(unit.login("a1"))).isFalse();
        rota.finished(second, unit.login("a1"));
        assertThat(rota.isFree(unit.login("a1"))).isTrue();
    }

    @Test
    void latePickUpIsToldThatTheTurnHasMovedOn() {
        Contact call = call();
        offer(call);
        rota.missed(call, unit.login("a1"), TurnReason.NO_ANSWER);
        assertThat(offer(call)).isEqualTo("a2");
        assertThat(rota.taken(call, unit.login("a1"))).isFalse();
        assertThat(rota.taken(call, unit.login("a2"))).isTrue();
        assertThat(rota.taken(call, unit.login("a2"))).isTrue();
        rota.missed(call, unit.login("a2"), TurnReason.NO_ANSWER);
        assertThat(rota.servingNow(unit.login("a2"))).contains(call);
        rota.finished(call, unit.login("a2"));
        rota.finished(call, unit.login("a2"));
        assertThat(rota.explain(call))
                .extracting(LedgerEntry::kind)
                .containsExactly(Kind.OFFERED, Kind.MISSED, Kind.OFFERED, Kind.TAKEN, Kind.FINISHED);
    }

    @Test
    @Tag("L2.2c")
    void ownCustomerTakesNoTurn() {
        Contact call = call();
        Optional<Turn> turn = rota.offerTo(unit.id(), Queue.CALL, call, unit.login("a2"), TurnCause.OWN_CUSTOMER);
        assertThat(turn).isPresent();
        assertThat(rota.restored(call, unit.login("a2"), TurnReason.OWN_CUSTOMER))
                .isFalse();
        rota.finished(call, unit.login("a2"));
        assertThat(offerAndFinish(3)).containsExactly("a1", "a2", "a3");
    }

    @Test
    @Tag("L2.2d")
    void busyOrAbsentOwnerIsNotOfferedTheirCustomer() {
        offer(call());
        presence.away(unit.login("a2"), "午餐");
        Contact call = call();
        for (String seat : List.of("a1", "a2")) {
            assertThat(rota.offerTo(unit.id(), Queue.CALL, call, unit.login(seat), TurnCause.OWN_CUSTOMER))
                    .isEmpty();
        }
        assertThat(rota.explain(call))
                .extracting(LedgerEntry::reason)
                .containsExactly(TurnReason.SERVING, TurnReason.AWAY);
        assertThat(rota.offerTo(unit.id(), Queue.CALL, call, "nobody", TurnCause.ASSIGNED))
                .isEmpty();
    }

    @Test
    @Tag("L2.2c")
    void takingACallOverFreesWhoeverHadIt() {
        Contact call = call();
        offer(call);
        rota.taken(call, unit.login("a1"));
        rota.engaged(call, unit.login("b1"));
        rota.engaged(call, unit.login("b1"));
        assertThat(rota.isFree(unit.login("a1"))).isTrue();
        assertThat(rota.servingNow(unit.login("b1"))).contains(call);
        assertThat(rota.explain(call))
                .extracting(LedgerEntry::kind)
                .containsExactly(Kind.OFFERED, Kind.TAKEN, Kind.FINISHED, Kind.TAKEN);
        rota.finished(call);
        assertThat(rota.isFree(unit.login("b1"))).isTrue();
    }

    @Test
    void ledgerSaysWhyHerAndWhyNotMe() {
        Contact busy = call();
        offer(busy);
        presence.away(unit.login("a2"), "");
        offerAndFinish(2);
        Contact call = call();
        offer(call);
        List<LedgerEntry> why = rota.explain(call);
        assertThat(why)
                .extracting(
                        entry -> unit.seat(entry.login()), LedgerEntry::kind, LedgerEntry::reason, LedgerEntry::owed)
                .containsExactly(
                        tuple("a1", Kind.SKIPPED, TurnReason.SERVING, true),
                        tuple("a2", Kind.SKIPPED, TurnReason.AWAY, false),
                        tuple("a3", Kind.OFFERED, null, false));
        assertThat(why).allMatch(entry -> entry.at().equals(clock.instant()));
    }

    @Test
    void someoneWhoLeftIsNeverOfferedAnything() {
        offer(call());
        roster.left(unit.login("a2"));
        Offer offer = rota.offer(unit.id(), Queue.CALL, call());
        assertThat(seat(offer)).isEqualTo("a3");
        assertThat(offer.passedOver()).containsExactly(new PassedOver(unit.login("a2"), TurnReason.LEFT));
    }
}
