package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.DutyDay;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.duty.DutyOrder;
import io.rotadesk.staff.duty.DutyOrders;
import io.rotadesk.staff.duty.DutySettings;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Builds today's board; changes nothing. */
@Component
class DutyBoards {

    private final Units units;
    private final DutyDays days;
    private final DutyOrders orders;
    private final DayStarts starts;
    private final RotaStates states;
    private final Availability availability;

    DutyBoards(
            Units units,
            DutyDays days,
            DutyOrders orders,
            DayStarts starts,
            RotaStates states,
            Availability availability) {
        this.units = units;
        this.days = days;
        this.orders = orders;
        this.starts = starts;
        this.states = states;
        this.availability = availability;
    }

    DutyBoard today(String unitId) {
        Unit unit = units.get(unitId);
        DutyDay day = days.today(unitId);
        Map<String, Agent> people = day.order().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(Agent::login, agent -> agent, (one, same) -> one));
        Map<String, Situation> situations = availability.situations(people.keySet(), day.date(), null);
        Map<Queue, DutyBoard.QueueBoard> queues = new EnumMap<>(Queue.class);
        for (DutyOrder order : orders.of(unitId, day.date())) {
            queues.put(order.queue(), queue(unit, day, order, people, situations));
        }
        return new DutyBoard(unitId, unit.name(), day.date(), day.closed(), day.callTeam(), day.visitTeam(), queues);
    }

    private DutyBoard.QueueBoard queue(
            Unit unit, DutyDay day, DutyOrder order, Map<String, Agent> people, Map<String, Situation> situations) {
        if (day.closed() || order.members().isEmpty()) {
            return new DutyBoard.QueueBoard(order.team(), null, List.of(), List.of());
        }
        RotaState state = states.look(order.queueOfDay())
                .map(RotaStates.Held::state)
                .orElseGet(() -> RotaState.startingWith(
                        starts.of(order, unit.settings().get(DutySettings.class).dayStart()), order.members()));
        Map<String, Doing> doing = new HashMap<>();
        state.members().forEach(login -> doing.put(login, situations.get(login).in(order.queue(), unit.settings())));
        Map<String, TurnReason> unavailable = new HashMap<>();
        state.members().forEach(login -> {
            if (doing.get(login).unavailable() != null) {
                unavailable.put(login, doing.get(login).unavailable());
            }
        });
        List<String> upNext = upNext(
                state, unavailable, unit.settings().get(DutySettings.class).allMadeUp());
        List<DutyBoard.Seat> seats = state.members().stream()
                .map(login -> seat(people.get(login), doing.get(login), state))
                .toList();
        return new DutyBoard.QueueBoard(
                order.team(), upNext.stream().findFirst().orElse(null), upNext, seats);
    }

    /** The agents who would get the next contacts, each of them busy after their contact. */
    private static List<String> upNext(RotaState now, Map<String, TurnReason> unavailable, Set<TurnReason> madeUp) {
        Map<String, TurnReason> busy = new HashMap<>(unavailable);
        List<String> upNext = new ArrayList<>();
        RotaState state = now;
        for (Decision one = state.decide(busy, madeUp); one.login() != null; one = state.decide(busy, madeUp)) {
            upNext.add(one.login());
            busy.put(one.login(), TurnReason.SERVING);
            state = one.after();
        }
        return upNext;
    }

    private static DutyBoard.Seat seat(Agent agent, Doing doing, RotaState state) {
        return new DutyBoard.Seat(
                agent,
                doing.unavailable() == null,
                doing.unavailable(),
                doing.serving(),
                doing.ringing(),
                state.owed().contains(agent.login()),
                Collections.frequency(state.ahead(), agent.login()),
                doing.afterwards(),
                doing.unavailable() == TurnReason.WRAPPING_UP ? doing.wrapUpUntil() : null,
                doing.pageClosedAt());
    }
}
