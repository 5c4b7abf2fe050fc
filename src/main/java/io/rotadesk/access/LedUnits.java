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
 * Knows which units the person logged in to the engine leads. The engine's groups are roles without units, but a person
 * who leads one unit and works in another has a leader's rights in the first only.
 */
@Component
class LedUnits {

    private static final List<String> LEADERS =
            Role.LEADERS.stream().map(Role::group).toList();

    /** The engine is created before our tables. */
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

    /** Whether the person leads the unit; for a task without a unit, whether they lead any. */
    boolean isLeaderOf(Authentication person, String unit) {
        return hasLeadersRole(person)
                && (unit == null || unitsOf(person).contains(unit))
                && narrowed(person).map(led -> led.contains(unit)).orElse(true);
    }

    /**
     * The units in which the person has a leader's rights, if these are not simply all of their units.
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

    /** The people of the person's units, including the person. */
    Set<String> colleagues(Authentication person) {
        Set<String> colleagues = new LinkedHashSet<>(users.getObject().membersOf(unitsOf(person)));
        colleagues.add(person.getUserId());
        return colleagues;
    }

    /** The person's groups without those of leaders. */
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
