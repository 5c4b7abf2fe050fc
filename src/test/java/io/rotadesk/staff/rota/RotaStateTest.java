package io.rotadesk.staff.rota;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.staff.duty.DutySettings;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RotaStateTest {

    private static final List<String> ORDER = List.of("a", "b", "c");
    private static final Set<TurnReason> MADE_UP =
            UnitSettings.defaults().get(DutySettings.class).madeUp();

    private final RotaState morning = RotaState.startingWith("a", ORDER);

    @Test
    @Tag("L1.2")
    void everybodyFreeTakesTurns() {
        RotaState state = morning;
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Decision decision = state.decide(Map.of(), MADE_UP);
            turns.add(decision.login());
            state = decision.after();
        }
        assertThat(turns).containsExactly("a", "b", "c", "a", "b", "c", "a");
    }

    @Test
    void nobodyFreeChangesNothing() {
        Decision decision = morning.decide(
                Map.of("a", TurnReason.SERVING, "b", TurnReason.AWAY, "c", TurnReason.ON_LEAVE), MADE_UP);
        assertThat(decision.login()).isNull();
        assertThat(decision.after()).isEqualTo(morning);
        assertThat(decision.reasons())
                .containsExactly(
                        new PassedOver("a", TurnReason.SERVING),
                        new PassedOver("b", TurnReason.AWAY),
                        new PassedOver("c", TurnReason.ON_LEAVE));
    }

    @Test
    void oldestOwedTurnGoesFirstIfItsAgentIsFree() {
        RotaState state = new RotaState(ORDER, "a", List.of("c", "b"), List.of());
        assertThat(state.decide(Map.of(), MADE_UP).login()).isEqualTo("c");
        Decision second = state.decide(Map.of("c", TurnReason.SERVING), MADE_UP);
        assertThat(second.login()).isEqualTo("b");
        assertThat(second.after().owed()).containsExactly("c");
        assertThat(second.after().next()).isEqualTo("a");
    }

    @Test
    void onlyTheReasonsOfTheUnitAreMadeUp() {
        Map<String, TurnReason> aIsServing = Map.of("a", TurnReason.SERVING);
        assertThat(morning.decide(aIsServing, MADE_UP).after().owed()).containsExactly("a");
        assertThat(morning.decide(aIsServing, Set.of()).after().owed()).isEmpty();
        assertThat(morning.decide(Map.of("a", TurnReason.AWAY), Set.of(TurnReason.AWAY))
                        .after()
                        .owed())
                .containsExactly("a");
    }

    @Test
    void turnUsedAheadIsPassedOverOnce() {
        RotaState state = morning.log("c", Map.of(), MADE_UP).after();
        assertThat(state.next()).isEqualTo("a");
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Decision decision = state.decide(Map.of(), MADE_UP);
            turns.add(decision.login());
            state = decision.after();
        }
        assertThat(turns).containsExactly("a", "b", "a", "b", "c");
    }

    @Test
    void callerDoesNotWaitForATurnUsedAhead() {
        RotaState state = new RotaState(ORDER, "a", List.of(), List.of("b"));
        Decision decision = state.decide(Map.of("a", TurnReason.AWAY, "c", TurnReason.SERVING), MADE_UP);
        assertThat(decision.login()).isEqualTo("b");
        assertThat(decision.after().ahead()).isEmpty();
        assertThat(decision.after().owed()).containsExactly("c");
    }

    @Test
    void servingWhenATurnUsedAheadComesRoundCostsNothingMore() {
        RotaState state = new RotaState(ORDER, "b", List.of(), List.of("b"));
        Decision decision = state.decide(Map.of("b", TurnReason.SERVING), MADE_UP);
        assertThat(decision.login()).isEqualTo("c");
        assertThat(decision.after().ahead()).isEmpty();
        assertThat(decision.after().owed()).isEmpty();
    }

    @Test
    void loggingOnesOwnTurnUsesItAndLoggingAnOwedTurnToo() {
        Decision own = morning.log("a", Map.of("a", TurnReason.SERVING), MADE_UP);
        assertThat(own.charge()).isNull();
        assertThat(own.after().next()).isEqualTo("b");
        Decision owed = morning.restore("b").log("b", Map.of(), MADE_UP);
        assertThat(owed.makeUp()).isTrue();
        assertThat(owed.after()).isEqualTo(morning);
    }

    @Test
    void turnGivenBackTakesAChargeOffBeforeItOwesATurn() {
        RotaState charged = morning.log("c", Map.of(), MADE_UP).after();
        assertThat(charged.restore("c")).isEqualTo(morning);
        RotaState owed = morning.restore("c");
        assertThat(owed.owed()).containsExactly("c");
        assertThat(owed.restore("c")).isEqualTo(owed);
    }

    @Test
    void newOrderGoesOnWithWhoeverWasNext() {
        RotaState state = new RotaState(ORDER, "b", List.of("a"), List.of());
        assertThat(state.resume(List.of("c", "b", "d")).next()).isEqualTo("b");
        assertThat(state.resume(List.of("a", "c")).next()).isEqualTo("c");
        assertThat(state.resume(List.of("x", "y")).next()).isEqualTo("x");
        // Somebody who is not in the new order gets no turn in it, even if a turn was owed.
        assertThat(state.resume(List.of("x", "y")).decide(Map.of(), MADE_UP).login())
                .isEqualTo("x");
    }
}
