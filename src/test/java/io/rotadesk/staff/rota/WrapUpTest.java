package io.rotadesk.staff.rota;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.staff.duty.DutyChanged;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@RotaDeskTest
@RecordApplicationEvents
class WrapUpTest extends RotaScenario {

    @Autowired
    WrapUps wrapUps;

    @Autowired
    ApplicationEvents events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void agentWhoHungUpGetsNoTurnForHalfAMinute() {
        talkedAndHungUp("a1");
        assertThat(seatOf("a1", Queue.CALL).unavailable()).isEqualTo(TurnReason.WRAPPING_UP);
        assertThat(seatOf("a1", Queue.CALL).wrapUpUntil())
                .isEqualTo(clock.instant().plusSeconds(30));
        clock.forward(Duration.ofSeconds(29));
        assertThat(seatOf("a1", Queue.CALL).free()).isFalse();
        clock.forward(Duration.ofSeconds(1));
        assertThat(seatOf("a1", Queue.CALL).free()).isTrue();
    }

    @Test
    void agentWhoIsPassedOverWhileWrappingUpIsOwedTheTurn() {
        openUnit(2, UnitSettings.defaults());
        talkedAndHungUp("a1");
        assertThat(offerAndFinish(1)).containsExactly("a2");
        Contact third = call();
        assertThat(offer(third)).isEqualTo("a2");
        assertThat(rota.explain(third))
                .filteredOn(entry -> entry.kind() == Kind.SKIPPED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.login()).isEqualTo(unit.login("a1"));
                    assertThat(entry.reason()).isEqualTo(TurnReason.WRAPPING_UP);
                    assertThat(entry.owed()).isTrue();
                });
        rota.finished(third, unit.login("a2"));
        clock.forward(Duration.ofSeconds(30));
        assertThat(offerAndFinish(3)).containsExactly("a1", "a1", "a2");
        ReplayedDay day = ledger.replay(unit.id(), Queue.CALL, MONDAY);
        assertThat(day.replayed()).isEqualTo(day.recorded()).isNotEmpty();
    }

    @Test
    void unitThatDoesNotMakeUpServingOwesNothingForWrapUpEither() {
        openUnit(2, UnitSettings.of(Map.of("madeUp", List.of("NOT_LEASING"))));
        talkedAndHungUp("a1");
        offerAndFinish(1);
        offerAndFinish(1);
        assertThat(seatOf("a1", Queue.CALL).owed()).isFalse();
    }

    @Test
    void wrapUpEndsWhenTheEntryIsSent() {
        Contact call = talkedAndHungUp("a1");
        rota.finished(call, unit.login("a1"));
        assertThat(seatOf("a1", Queue.CALL).free()).isTrue();
        assertThat(rota.explain(call))
                .filteredOn(entry -> entry.kind() == Kind.FINISHED)
                .hasSize(1);
    }

    @Test
    void wrapUpEndsWhenTheAgentIsReady() {
        talkedAndHungUp("a1");
        events.clear();
        wrapUps.ready(unit.login("a1"));
        assertThat(seatOf("a1", Queue.CALL).free()).isTrue();
        assertThat(events.stream(DutyChanged.class)).contains(DutyChanged.of(unit.login("a1")));
    }

    @Test
    void waitingLinesAndBoardsAreToldOnceWhenTheTimeIsOver() {
        talkedAndHungUp("a1");
        DutyChanged ready = DutyChanged.of(unit.login("a1"));
        transaction.executeWithoutResult(status -> {
            // The application's own timer waits for the row, so that the test is the one that ends the time.
            jdbc.sql("select login from wrap_up for update").query().listOfRows();
            events.clear();
            wrapUps.endThoseThatAreOver();
            assertThat(events.stream(DutyChanged.class)).doesNotContain(ready);
            clock.forward(Duration.ofSeconds(30));
            wrapUps.endThoseThatAreOver();
            wrapUps.endThoseThatAreOver();
            assertThat(events.stream(DutyChanged.class).filter(ready::equals)).hasSize(1);
        });
        assertThat(rota.wrapsUpUntil(unit.login("a1"))).isEmpty();
        assertThat(wrapUps.ends()).doesNotContain(clock.instant());
    }

    @Test
    void ownCustomerReachesTheAgentWhoWrapsUp() {
        talkedAndHungUp("a1");
        assertThat(rota.isFree(unit.login("a1"))).isTrue();
        assertThat(rota.offerTo(unit.id(), Queue.CALL, call(), unit.login("a1"), TurnCause.OWN_CUSTOMER))
                .isPresent();
        assertThat(seatOf("a1", Queue.CALL).unavailable()).isEqualTo(TurnReason.SERVING);
    }

    @Test
    void unitWithoutWrapUpHasItsAgentsFreeAtTheHangUp() {
        openUnit(2, UnitSettings.defaults().with("wrapUpAfterCall", 0));
        talkedAndHungUp("a1");
        assertThat(seatOf("a1", Queue.CALL).free()).isTrue();
    }

    @Test
    void visitsHaveNoWrapUpUnlessTheUnitWantsIt() {
        Contact visit = Contact.visit(id());
        rota.offer(unit.id(), Queue.VISIT, visit);
        rota.wrapsUp(visit);
        assertThat(seatOf("b1", Queue.VISIT).free()).isTrue();
        openUnit(2, UnitSettings.defaults().with("wrapUpAfterVisit", 60));
        Contact another = Contact.visit(id());
        rota.offer(unit.id(), Queue.VISIT, another);
        rota.wrapsUp(another);
        assertThat(seatOf("b1", Queue.VISIT).unavailable()).isEqualTo(TurnReason.WRAPPING_UP);
    }

    private Contact talkedAndHungUp(String seat) {
        Contact call = call();
        assertThat(offer(call)).isEqualTo(seat);
        rota.taken(call, unit.login(seat));
        rota.wrapsUp(call, unit.login(seat));
        return call;
    }
}
