package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.DutyDay;
import io.rotadesk.staff.duty.DutyDayStore;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.duty.DutyOrder;
import io.rotadesk.staff.duty.DutyOrders;
import io.rotadesk.staff.duty.DutySettings;
import io.rotadesk.staff.duty.QueueOfDay;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.SettingsJson;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens a queue for a change: locks its row, and begins its day if this is the day's first contact. */
@Component
class Queues {

    /**
     * A queue, locked until the transaction ends.
     *
     * @param nobody the reason why no turn can be given even if somebody is free; null if turns can be given
     */
    record HeldQueue(QueueOfDay queueOfDay, int version, RotaState state, Set<TurnReason> madeUp, TurnReason nobody) {}

    private final RotaStates states;
    private final DutyDays days;
    private final DutyDayStore dayStore;
    private final DutyOrders orders;
    private final DayStarts starts;
    private final Units units;
    private final SettingsJson json;

    Queues(
            RotaStates states,
            DutyDays days,
            DutyDayStore dayStore,
            DutyOrders orders,
            DayStarts starts,
            Units units,
            SettingsJson json) {
        this.states = states;
        this.days = days;
        this.dayStore = dayStore;
        this.orders = orders;
        this.starts = starts;
        this.units = units;
        this.json = json;
    }

    /**
     * @throws java.util.NoSuchElementException if there is no such unit
     * @throws RosterRefusal if the unit has no such queue
     */
    HeldQueue hold(String unitId, Queue queue) {
        Optional<RotaStates.Held> held = states.holdToday(unitId, queue);
        if (held.isPresent()) {
            return held(held.get());
        }
        Unit unit = units.get(unitId);
        units.requireQueue(unitId, queue);
        DutyDay today = days.today(unitId);
        QueueOfDay queueOfDay = new QueueOfDay(unitId, queue, today.date());
        if (today.closed()) {
            return idle(queueOfDay, TurnReason.CLOSED);
        }
        // The order must not change between reading it and beginning the day in it.
        dayStore.lock(unitId);
        DutyOrder order = orders.of(queueOfDay);
        if (order.members().isEmpty()) {
            return idle(queueOfDay, TurnReason.NOBODY_ON_DUTY);
        }
        states.begin(
                order,
                orders.versionOf(order),
                starts.of(order, unit.settings().get(DutySettings.class).dayStart()));
        return held(states.hold(queueOfDay).orElseThrow());
    }

    private HeldQueue held(RotaStates.Held held) {
        TurnReason nobody =
                held.closed() ? TurnReason.CLOSED : held.state().members().isEmpty() ? TurnReason.NOBODY_ON_DUTY : null;
        return new HeldQueue(
                held.queueOfDay(),
                held.version(),
                held.state(),
                json.read(held.settings()).get(DutySettings.class).allMadeUp(),
                nobody);
    }

    private static HeldQueue idle(QueueOfDay queueOfDay, TurnReason why) {
        return new HeldQueue(queueOfDay, 0, RotaState.startingWith("", List.of()), Set.of(), why);
    }
}
