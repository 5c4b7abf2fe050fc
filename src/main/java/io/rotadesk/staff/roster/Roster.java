package io.rotadesk.staff.roster;

import io.rotadesk.platform.input.ListText;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.rota.RotaStates;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.ListTooLongException;
import io.rotadesk.staff.unit.RosterLoaded;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads a unit's people from CSV: all rows or none. People who are not in the file stay as they are. */
@Component
public class Roster {

    private final Units units;
    private final Agents agents;
    private final DutyDays days;
    private final Presence presence;
    private final RotaStates states;
    private final RosterNames names;
    private final ApplicationEventPublisher events;
    private final Locale locale;

    Roster(
            Units units,
            Agents agents,
            DutyDays days,
            Presence presence,
            RotaStates states,
            RosterNames names,
            ApplicationEventPublisher events,
            @Value("${rotadesk.locale:zh-CN}") String locale) {
        this.units = units;
        this.agents = agents;
        this.days = days;
        this.presence = presence;
        this.states = states;
        this.names = names;
        this.events = events;
        this.locale = Locale.forLanguageTag(locale);
    }

    /** As {@link #load(String, String, Locale)}, with reasons in the application's language. */
    @Transactional
    public RosterLoad load(String unitId, String csv) {
        return load(unitId, csv, locale);
    }

    /** As {@link #load(String, String, Locale)}, from a file as {@link ListText#of} reads it. */
    @Transactional
    public RosterLoad load(String unitId, byte[] csv, Locale reasonsIn) {
        return load(unitId, ListText.of(csv), reasonsIn);
    }

    /**
     * Adds new people and applies changes. Columns, by their Chinese or English name: login, name, mobile, extension,
     * team (A, B, - for none; empty: stays, or joins the smaller team; none at a reception point), place (empty: stays,
     * or the end of the team), left (yes, no). Publishes {@link RosterLoaded}.
     *
     * @return the outcome; with errors if the file was refused, also because of uneven teams (L1.1)
     * @throws java.util.NoSuchElementException if there is no such unit
     * @throws ListTooLongException when it is too long to be a roster
     */
    @Transactional
    public RosterLoad load(String unitId, String csv, Locale reasonsIn) {
        RosterFile file = RosterFile.read(csv, reasonsIn);
        Unit unit = units.hold(unitId);
        Map<String, Agent> before =
                agents.inUnit(unitId).stream().collect(Collectors.toMap(Agent::login, Function.identity()));
        RosterPlan plan = new RosterPlan(unit, before.values(), file, reasonsIn);
        List<String> newcomers = file.rows().stream()
                .map(RosterRow::login)
                .filter(login -> !before.containsKey(login))
                .toList();
        List<RosterError> errors = plan.check(agents.find(newcomers), names.notForRosterOf(unit, newcomers));
        if (!errors.isEmpty()) {
            return RosterLoad.refused(errors);
        }
        return write(unit, before, plan.named());
    }

    /**
     * Marks somebody as having left: they are never offered anything again, and are no longer away, on leave or owed a
     * turn. Their work is handed over elsewhere.
     */
    @Transactional
    public void left(String login) {
        agents.readAnew();
        Agent agent = agents.get(login);
        if (!agent.left()) {
            Unit unit = units.hold(agent.unitId());
            agents.save(List.of(agent.withLeft(true)));
            days.replan(unit);
            events.publishEvent(new RosterLoaded(unit.id(), List.of(), List.of(login), List.of(login)));
        }
        presence.forget(login);
        states.forgetOwed(agent.unitId(), login);
    }

    private RosterLoad write(Unit unit, Map<String, Agent> before, List<Agent> named) {
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        List<String> left = new ArrayList<>();
        List<String> back = new ArrayList<>();
        List<Agent> saved = new ArrayList<>();
        for (Agent agent : named) {
            Optional<Agent> was = Optional.ofNullable(before.get(agent.login()));
            if (was.isEmpty()) {
                added.add(agent.login());
            } else if (was.get().equals(agent)) {
                unchanged.add(agent.login());
                continue;
            } else {
                changed.add(agent.login());
            }
            saved.add(agent);
            if (agent.left() && was.filter(Agent::left).isEmpty()) {
                left.add(agent.login());
            } else if (!agent.left() && was.filter(Agent::left).isPresent()) {
                back.add(agent.login());
            }
        }
        agents.save(saved);
        days.replan(unit);
        back.addAll(added);
        events.publishEvent(new RosterLoaded(unit.id(), List.copyOf(back), List.copyOf(changed), List.copyOf(left)));
        return new RosterLoad(added, changed, unchanged, left, List.of());
    }
}
