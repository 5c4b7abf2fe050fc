package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.Teams;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The orders of a day's queues (L1.2, L1.3) as the manager sees and rearranges them. */
@Component
public class DayOrders {

    /**
     * The order of one queue on a day.
     *
     * @param members in their order
     * @param others people of the unit who are not in the order
     * @param byManager whether the manager set the order; otherwise it is the plan's
     */
    public record QueueOrder(Queue queue, List<Agent> members, List<Agent> others, boolean byManager) {

        /**
         * The same people as somebody has arranged them, before that is saved.
         *
         * @param logins of the members in their order; logins of nobody here are passed over
         */
        public QueueOrder arranged(List<?> logins) {
            Map<String, Agent> left = new LinkedHashMap<>();
            Stream.of(members, others).flatMap(List::stream).forEach(agent -> left.put(agent.login(), agent));
            List<Agent> first =
                    logins.stream().map(left::remove).filter(Objects::nonNull).toList();
            return new QueueOrder(queue, first, List.copyOf(left.values()), byManager);
        }
    }

    private final Units units;
    private final Agents agents;
    private final DutyDays days;
    private final DutyDayStore store;
    private final DutyOrders orders;

    DayOrders(Units units, Agents agents, DutyDays days, DutyDayStore store, DutyOrders orders) {
        this.units = units;
        this.agents = agents;
        this.days = days;
        this.store = store;
        this.orders = orders;
    }

    /** @throws RosterRefusal if there is no such day */
    @Transactional
    public QueueOrder of(String unitId, LocalDate day, Queue queue) {
        units.requireQueue(unitId, queue);
        days.on(unitId, day);
        DutyOrder order = orders.of(new QueueOfDay(unitId, queue, day));
        Map<String, Agent> people = agents.inUnit(unitId).stream()
                .filter(agent -> !agent.left())
                .collect(Collectors.toMap(Agent::login, Function.identity()));
        List<Agent> members = order.members().stream()
                .filter(people::containsKey)
                .map(people::get)
                .toList();
        List<Agent> others = agents.inUnit(unitId).stream()
                .filter(agent -> !agent.left() && !order.members().contains(agent.login()))
                .toList();
        return new QueueOrder(queue, members, others, order.overridden());
    }

    /**
     * Sets who is in the queue that day, and in which order, as the manager decides.
     *
     * @throws RosterRefusal if the day is over, or a login is not of this unit or named twice
     */
    @Transactional
    public void set(String unitId, LocalDate day, Queue queue, List<String> logins) {
        refuseThePast(unitId, day);
        days.overrideOrder(unitId, day, queue, logins);
    }

    /** Takes back the manager's order of one queue; the day's roles stay as they are. */
    @Transactional
    public void planned(String unitId, LocalDate day, Queue queue) {
        units.requireQueue(unitId, queue);
        refuseThePast(unitId, day);
        take(unitId, day, Stream.of(queue));
    }

    /** Applies the present roster to a day that has begun, except to the queues whose order the manager set. */
    @Transactional
    public void renewed(String unitId, LocalDate day) {
        take(
                unitId,
                day,
                units.get(unitId).kind().queues().stream()
                        .filter(queue -> !orders.overridden(unitId, day).contains(queue)));
    }

    /** The agents whose place in the queues of a begun day differs from the present roster; without those who left. */
    @Transactional
    public List<Agent> unlikeRoster(String unitId, LocalDate day) {
        Unit unit = units.get(unitId);
        List<Agent> people = agents.inUnit(unitId);
        return orders.of(unitId, day).stream()
                .filter(order -> unit.kind().dutyQueues().contains(order.queue()))
                .filter(order -> !order.overridden())
                .flatMap(order -> {
                    List<String> now = Teams.members(unit, people, order.team());
                    return people.stream()
                            .filter(agent -> !agent.left())
                            .filter(agent -> now.contains(agent.login())
                                    != order.members().contains(agent.login()));
                })
                .distinct()
                .toList();
    }

    private void take(String unitId, LocalDate day, Stream<Queue> queues) {
        DutyDay duty = days.on(unitId, day);
        Unit unit = units.get(unitId);
        store.lock(unitId);
        List<Agent> people = agents.inUnit(unitId);
        queues.toList().forEach(queue -> {
            String team = Teams.of(queue, duty.callTeam());
            days.setOrder(new DutyOrder(unitId, day, queue, team, Teams.members(unit, people, team), false));
        });
        days.changed(unitId);
    }

    private void refuseThePast(String unitId, LocalDate day) {
        if (day.isBefore(days.date(unitId))) {
            throw new RosterRefusal("day", "duty.past", day);
        }
    }
}
