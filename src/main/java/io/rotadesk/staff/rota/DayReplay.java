package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.DutyOrders;
import io.rotadesk.staff.duty.QueueOfDay;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.rota.ReplayedDay.Assignment;
import io.rotadesk.staff.unit.TurnReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Replays a day's decisions with the same rule. */
@Component
class DayReplay {

    private final RotaStates states;
    private final DutyOrders orders;

    DayReplay(RotaStates states, DutyOrders orders) {
        this.states = states;
        this.orders = orders;
    }

    ReplayedDay of(QueueOfDay queueOfDay, List<LedgerEntry> ledger) {
        Map<Integer, List<String>> versions = orders.versions(queueOfDay);
        // The changes of the queue in their order: decisions as groups, turns given back one by one.
        Map<Long, List<LedgerEntry>> steps = new LinkedHashMap<>();
        for (LedgerEntry entry : ledger) {
            if (entry.kind() == Kind.RESTORED) {
                steps.put(-entry.id(), List.of(entry));
            } else if (entry.cause().byRota()) {
                steps.computeIfAbsent(entry.decision(), number -> new ArrayList<>())
                        .add(entry);
            }
        }
        List<Assignment> recorded = new ArrayList<>();
        List<Assignment> replayed = new ArrayList<>();
        RotaState state = null;
        int version = 0;
        for (List<LedgerEntry> step : steps.values()) {
            LedgerEntry first = step.get(0);
            if (first.version() == 0) {
                continue; // no turn could be given
            }
            if (state == null) {
                state = RotaState.startingWith(states.startOf(queueOfDay), versions.get(1));
                version = 1;
            }
            while (version < first.version()) {
                state = state.resume(versions.get(++version));
            }
            if (first.kind() == Kind.RESTORED) {
                state = state.restore(first.login());
                continue;
            }
            LedgerEntry outcome = outcome(step);
            if (outcome.kind() == Kind.NOBODY
                    && outcome.reason() != TurnReason.NOBODY_FREE
                    && outcome.reason() != TurnReason.ALL_MISSED) {
                continue;
            }
            Decision decision = again(state, step, outcome);
            recorded.add(new Assignment(
                    outcome.decision(), outcome.contact(), outcome.login(), outcome.kind() == Kind.MADE_UP));
            replayed.add(new Assignment(outcome.decision(), outcome.contact(), decision.login(), decision.makeUp()));
            state = decision.after();
        }
        return new ReplayedDay(recorded, replayed);
    }

    private static Decision again(RotaState state, List<LedgerEntry> step, LedgerEntry outcome) {
        Map<String, TurnReason> unavailable = new HashMap<>();
        Set<TurnReason> madeUp =
                step.stream().filter(LedgerEntry::owed).map(LedgerEntry::reason).collect(Collectors.toSet());
        for (LedgerEntry entry : step) {
            if (entry.kind() == Kind.SKIPPED && entry.reason() != TurnReason.TURN_USED_AHEAD) {
                unavailable.put(entry.login(), entry.reason());
            }
        }
        return outcome.cause() == TurnCause.LOGGED
                ? state.log(outcome.login(), unavailable, madeUp)
                : state.decide(unavailable, madeUp);
    }

    private static LedgerEntry outcome(List<LedgerEntry> step) {
        return step.stream()
                .filter(entry ->
                        entry.kind() == Kind.OFFERED || entry.kind() == Kind.MADE_UP || entry.kind() == Kind.NOBODY)
                .findFirst()
                .orElseThrow();
    }
}
