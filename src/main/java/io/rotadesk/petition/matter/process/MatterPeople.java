package io.rotadesk.petition.matter.process;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the people who get the tasks about a matter. */
@Component
class MatterPeople {

    private final Units units;
    private final Agents agents;

    MatterPeople(Units units, Agents agents) {
        this.units = units;
        this.agents = agents;
    }

    /** The leaders and deputies of a unit. */
    List<String> leadersOf(String unitId) {
        Unit unit = units.get(unitId);
        return Stream.concat(unit.managers().stream(), unit.deputies().stream())
                .distinct()
                .toList();
    }

    /** The leaders, else the deputies; for tasks whose reminder tells the deputies later. */
    List<String> firstLeadersOf(String unitId) {
        Unit unit = units.get(unitId);
        return unit.managers().isEmpty() ? unit.deputies() : unit.managers();
    }

    /** The people of the matter's unit who decide about it; nobody decides in their own case if there is another. */
    List<String> deciders(Matter matter) {
        List<String> leaders = leadersOf(matter.unitId());
        List<String> others = leaders.stream()
                .filter(login -> !login.equals(matter.responsible()))
                .toList();
        return others.isEmpty() ? leaders : others;
    }

    /** Everybody who works in a unit. */
    List<String> peopleOf(String unitId) {
        return working(unitId).map(Agent::login).toList();
    }

    Stream<Agent> working(String unitId) {
        return agents.inUnit(unitId).stream().filter(agent -> !agent.left());
    }

    String name(String login) {
        return agents.name(login);
    }

    String names(List<String> logins) {
        return logins.stream().map(this::name).collect(Collectors.joining("、"));
    }

    String unitName(String unitId) {
        return units.find(unitId).map(Unit::name).orElse(unitId);
    }
}
