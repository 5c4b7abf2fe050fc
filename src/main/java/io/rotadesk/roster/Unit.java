package io.rotadesk.roster;

import java.util.List;

/**
 * A leasing department or a petition reception point (P1).
 *
 * @param id lower-case letters, digits and hyphens
 * @param projectName said in the greeting (L2.2a)
 * @param parentId the unit above; null at the top
 * @param managers logins
 * @param deputies logins
 */
public record Unit(
        String id,
        String name,
        String projectName,
        String parentId,
        List<String> managers,
        List<String> deputies,
        UnitSettings settings) {

    public Unit {
        managers = managers == null ? List.of() : List.copyOf(managers);
        deputies = deputies == null ? List.of() : List.copyOf(deputies);
        settings = settings == null ? UnitSettings.defaults() : settings;
    }

    boolean ledBy(String login) {
        return managers.contains(login) || deputies.contains(login);
    }
}
