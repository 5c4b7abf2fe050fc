package io.rotadesk.staff.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;

/**
 * A leasing department or a petition reception point (P1).
 *
 * @param id lower-case letters, digits and hyphens
 * @param kind a leasing department if null
 * @param projectName said in the greeting (L2.2a); null for a petition reception point
 * @param parentId the unit above, of the same kind; null at the top
 * @param managers logins; a petition reception point's leaders
 * @param deputies logins
 */
public record Unit(
        String id,
        UnitKind kind,
        String name,
        String projectName,
        String parentId,
        List<String> managers,
        List<String> deputies,
        UnitSettings settings) {

    @JsonCreator
    public Unit {
        kind = kind == null ? UnitKind.LEASING : kind;
        managers = managers == null ? List.of() : List.copyOf(managers);
        deputies = deputies == null ? List.of() : List.copyOf(deputies);
        settings = settings == null ? UnitSettings.defaults() : settings;
    }

    /** A leasing department. */
    public Unit(
            String id,
            String name,
            String projectName,
            String parentId,
            List<String> managers,
            List<String> deputies,
            UnitSettings settings) {
        this(id, UnitKind.LEASING, name, projectName, parentId, managers, deputies, settings);
    }

    /** Instants as the unit's people read them. */
    public UnitClock clock() {
        return new UnitClock(settings.zone());
    }

    /** Whether the person is one of its managers or deputies. */
    public boolean ledBy(String login) {
        return managers.contains(login) || deputies.contains(login);
    }

    /**
     * Whether this person of its roster takes turns. In a department the members of a team do; at a reception point
     * everybody but its leaders.
     */
    public boolean givesTurnsTo(Agent agent) {
        return !agent.left() && (kind.hasTeams() ? agent.team() != null : !ledBy(agent.login()));
    }
}
