package io.rotadesk.access;

import io.rotadesk.staff.unit.Units;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Which units somebody leads who is logged in to the engine. The engine's groups know roles, not units: whoever leads one
 * unit and works in another has a leader's rights in the one only.
 */
@Component
class LedUnits {

    private static final List<String> LEADERS =
            Role.LEADERS.stream().map(Role::group).toList();

    /** The engine is made before our tables are there. */
    private final ObjectProvider<Units> units;

    private final ObjectProvider<EngineUsers> users;

    LedUnits(ObjectProvider<Units> units, ObjectProvider<EngineUsers> users) {
        this.units = units;
        this.users = users;
    }

    static boolean isAdministrator(Authentication person) {
        return is(person, Role.ADMINISTRATOR);
    }

    static boolean is(Authentication person, Role role) {
        return person.getGroupIds() != null && person.getGroupIds().contains(role.group());
    }

    /** Whether the person may decide about the unit's tasks: they lead it, or they are an administrator. */
    boolean leads(Authentication person, String unit) {
        return isAdministrator(person) || isLeaderOf(person, unit);
    }

    /** Whether the person leads the unit; where a task has none, whether they lead any. */
    boolean isLeaderOf(Authentication person, String unit) {
        return hasLeadersRole(person)
                && (unit == null || unitsOf(person).contains(unit))
                && narrowed(person).map(led -> led.contains(unit)).orElse(true);
    }

    /**
     * The units in which the person has a leader's rights, for whom these are not simply all of their units.
     *
     * @return empty for everybody else, and for administrators
     */
    Optional<Set<String>> narrowed(Authentication person) {
        if (person == null || person.getUserId() == null || isAdministrator(person) || !hasLeadersRole(person)) {
            return Optional.empty();
        }
        Set<String> own = unitsOf(person);
        if (own.size() < 2) {
            return Optional.empty();
        }
        Set<String> led = new LinkedHashSet<>(own);
        led.removeIf(unit -> units.getObject()
                .find(unit)
                .filter(found -> found.ledBy(person.getUserId()))
                .isEmpty());
        return led.equals(own) ? Optional.empty() : Optional.of(led);
    }

    /** Everybody who belongs to one of the person's units, and the person. */
    Set<String> colleagues(Authentication person) {
        Set<String> colleagues = new LinkedHashSet<>(users.getObject().membersOf(unitsOf(person)));
        colleagues.add(person.getUserId());
        return colleagues;
    }

    /** The person's groups but for those of leaders. */
    static List<String> workersGroups(Authentication person) {
        return person.getGroupIds().stream()
                .filter(group -> !LEADERS.contains(group))
                .toList();
    }

    private static boolean hasLeadersRole(Authentication person) {
        return person.getGroupIds() != null && person.getGroupIds().stream().anyMatch(LEADERS::contains);
    }

    private static Set<String> unitsOf(Authentication person) {
        return person.getTenantIds() == null ? Set.of() : new LinkedHashSet<>(person.getTenantIds());
    }
}
