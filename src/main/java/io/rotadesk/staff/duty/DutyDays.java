package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.Teams;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitSaved;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans which team does what on which day. Days are planned ahead, the roles swap on every open day (L1.1), and the
 * manager can override a day. From a day's first contact on, its order is fixed, whatever happens to the roster.
 */
@Component
public class DutyDays {

    /** The number of days that are planned ahead, without today. */
    public static final int AHEAD = 14;

    private final Units units;
    private final Agents agents;
    private final DutyDayStore store;
    private final DutyOrders orders;
    private final List<Holidays> holidays;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DutyDays(
            Units units,
            Agents agents,
            DutyDayStore store,
            DutyOrders orders,
            List<Holidays> holidays,
            Clock clock,
            ApplicationEventPublisher events) {
        this.units = units;
        this.agents = agents;
        this.store = store;
        this.orders = orders;
        this.holidays = holidays;
        this.clock = clock;
        this.events = events;
    }

    /** Today in the unit's time zone; planned now if it was not planned ahead. */
    @Transactional
    public DutyDay today(String unitId) {
        return on(unitId, date(units.get(unitId)));
    }

    /**
     * A past day, or one of the next {@value #AHEAD}.
     *
     * @throws RosterRefusal if the day lies further ahead, or before the unit's first
     */
    @Transactional
    public DutyDay on(String unitId, LocalDate day) {
        return store.find(unitId, day)
                .or(() -> {
                    makeAhead(unitId);
                    return store.find(unitId, day);
                })
                .map(this::withPeople)
                .orElseThrow(() -> new RosterRefusal("day", "duty.noDay", day, AHEAD));
    }

    /** Today and the days planned ahead. */
    @Transactional
    public List<DutyDay> ahead(String unitId) {
        makeAhead(unitId);
        LocalDate today = date(units.get(unitId));
        return today.datesUntil(today.plusDays(AHEAD + 1))
                .map(day -> on(unitId, day))
                .toList();
    }

    /** Plans the missing days up to {@value #AHEAD} ahead; safe to call at any time, from any node. */
    @Transactional
    public void makeAhead(String unitId) {
        Unit unit = units.get(unitId);
        LocalDate today = date(unit);
        store.lock(unitId);
        LocalDate from = store.lastDay(unitId).map(last -> last.plusDays(1)).orElse(today);
        plan(unit, from, today.plusDays(AHEAD));
    }

    /** Locks this unit's days until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String unitId) {
        store.lock(unitId);
    }

    /** Closes a day, as for a holiday: nobody is on duty, and the roles do not swap. */
    @Transactional
    public void close(String unitId, LocalDate day, String note) {
        setClosed(unitId, day, true, note);
    }

    /** Opens a day, even if the weekday is usually closed. */
    @Transactional
    public void open(String unitId, LocalDate day, String note) {
        setClosed(unitId, day, false, note);
    }

    /**
     * Sets which team answers the calls that day, as the manager decides; the other team receives visitors. The days
     * after it alternate as if nothing had happened.
     *
     * @param callTeam "A" or "B"
     */
    @Transactional
    public DutyDay overrideRoles(String unitId, LocalDate day, String callTeam) {
        if (!Teams.A.equals(callTeam) && !Teams.B.equals(callTeam)) {
            throw new RosterRefusal("callTeam", "duty.team", callTeam);
        }
        Unit unit = units.get(unitId);
        if (!unit.kind().hasTeams()) {
            throw new RosterRefusal("callTeam", "duty.noTeams", unitId);
        }
        on(unitId, day);
        store.lock(unitId);
        store.override(unitId, day, callTeam);
        setOrders(unit, agents.inUnit(unitId), day, callTeam, true);
        changed(unitId);
        return on(unitId, day);
    }

    /**
     * Sets who is in a queue that day, and in which order, as the manager decides.
     *
     * @param logins agents of the unit who have not left
     */
    @Transactional
    public DutyDay overrideOrder(String unitId, LocalDate day, Queue queue, List<String> logins) {
        units.requireQueue(unitId, queue);
        DutyDay duty = on(unitId, day);
        Map<String, Agent> people = people(unitId);
        for (String login : logins) {
            if (!people.containsKey(login) || people.get(login).left()) {
                throw new RosterRefusal("order", "duty.agent", login);
            }
            if (logins.indexOf(login) != logins.lastIndexOf(login)) {
                throw new RosterRefusal("order", "duty.twice", login);
            }
        }
        store.lock(unitId);
        String team = Teams.of(queue, duty.callTeam());
        setOrder(new DutyOrder(unitId, day, queue, team, logins, true));
        changed(unitId);
        return on(unitId, day);
    }

    /** Takes back the manager's overrides of the day: its roles and its orders. */
    @Transactional
    public DutyDay asPlanned(String unitId, LocalDate day) {
        Unit unit = units.get(unitId);
        on(unitId, day);
        store.lock(unitId);
        setOrders(unit, agents.inUnit(unitId), day, store.planned(unitId, day), true);
        changed(unitId);
        return on(unitId, day);
    }

    @EventListener
    void unitSaved(UnitSaved saved) {
        replan(saved.unit());
    }

    /** Brings the days that have not begun up to date with the roster, the holidays and the settings. */
    public void replan(Unit unit) {
        store.lock(unit.id());
        LocalDate today = date(unit);
        LocalDate from = store.begun(unit.id(), today) ? today.plusDays(1) : today;
        plan(unit, from, today.plusDays(AHEAD));
        changed(unit.id());
    }

    /** Tells the listeners that show or announce the days. */
    void changed(String unitId) {
        events.publishEvent(DutyChanged.in(unitId));
        events.publishEvent(new DutyPlanChanged(unitId));
    }

    private void plan(Unit unit, LocalDate from, LocalDate to) {
        List<Agent> people = agents.inUnit(unit.id());
        String planned = store.plannedBefore(unit.id(), from).orElse(null);
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            boolean closed = isClosed(unit, day);
            if (!closed) {
                planned = planned == null ? Teams.A : Teams.other(planned);
            }
            String callTeam = store.plan(unit.id(), day, closed, planned == null ? Teams.A : planned);
            setOrders(unit, people, day, callTeam, false);
        }
    }

    /** Whether nobody is on duty that day, as the weekdays and the days that were set say. */
    public boolean isClosed(Unit unit, LocalDate day) {
        return store.special(unit.id(), day)
                .or(() -> holidays.stream()
                        .flatMap(known -> known.isClosed(unit.id(), day).stream())
                        .findFirst())
                .orElseGet(() ->
                        unit.settings().get(DutySettings.class).closedWeekdays().contains(day.getDayOfWeek()));
    }

    private void setOrders(Unit unit, List<Agent> people, LocalDate day, String callTeam, boolean byManager) {
        Set<Queue> kept = byManager ? Set.of() : orders.overridden(unit.id(), day);
        for (Queue queue : unit.kind().queues()) {
            if (!kept.contains(queue)) {
                String team = Teams.of(queue, callTeam);
                setOrder(new DutyOrder(unit.id(), day, queue, team, Teams.members(unit, people, team), false));
            }
        }
    }

    /** On a day that has begun, the queue goes on in the new order with the agent who was next. */
    void setOrder(DutyOrder order) {
        if (store.begun(order.unitId(), order.day())) {
            int version = orders.add(order);
            events.publishEvent(new DutyOrderChanged(order, version));
        } else {
            orders.replace(order);
        }
    }

    private void setClosed(String unitId, LocalDate day, boolean closed, String note) {
        Unit unit = units.get(unitId);
        store.lock(unitId);
        if (day.isBefore(date(unit))) {
            throw new RosterRefusal("day", "duty.past", day);
        }
        store.setSpecial(unitId, day, closed, note);
        store.setClosed(unitId, day, closed);
        replan(unit);
    }

    private DutyDay withPeople(DutyDayStore.Day day) {
        Map<String, Agent> people = people(day.unitId());
        Map<Queue, List<Agent>> order = orders.of(day.unitId(), day.date()).stream()
                .collect(Collectors.toMap(
                        DutyOrder::queue,
                        one -> day.closed()
                                ? List.of()
                                : one.members().stream().map(people::get).toList()));
        String callTeam = units.get(day.unitId()).kind().hasTeams() ? day.callTeam() : null;
        return new DutyDay(day.unitId(), day.date(), day.closed(), callTeam, day.overridden(), order);
    }

    private Map<String, Agent> people(String unitId) {
        return agents.inUnit(unitId).stream().collect(Collectors.toMap(Agent::login, Function.identity()));
    }

    /** Today's date in the unit's time zone. */
    public LocalDate date(String unitId) {
        return date(units.get(unitId));
    }

    private LocalDate date(Unit unit) {
        ZoneId zone = unit.settings().zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
