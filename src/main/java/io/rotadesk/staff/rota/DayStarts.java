package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.DutyDayStore;
import io.rotadesk.staff.duty.DutyOrder;
import io.rotadesk.staff.unit.DayStart;
import org.springframework.stereotype.Component;

/** Finds the agent with whom a queue begins the day, by the unit's policy. */
@Component
class DayStarts {

    private final RotaStates states;
    private final DutyDayStore days;

    DayStarts(RotaStates states, DutyDayStore days) {
        this.states = states;
        this.days = days;
    }

    /** @param order not empty */
    String of(DutyOrder order, DayStart policy) {
        String first = order.members().get(0);
        return switch (policy) {
            case RESTART -> first;
            case CARRY_OVER ->
                states.lastOf(order)
                        .map(last -> last.resume(order.members()).next())
                        .orElse(first);
            case SHIFT ->
                order.members().get(days.daysBefore(order) % order.members().size());
        };
    }
}
