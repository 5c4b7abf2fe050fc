package io.rotadesk.staff.roster;

import io.rotadesk.staff.unit.Unit;
import java.util.Collection;
import java.util.Set;

/**
 * Knows which logins a roster must not name; the module that keeps the accounts implements it. A roster that names one
 * is refused.
 */
public interface RosterNames {

    /**
     * @param newcomers logins that the unit's roster does not have yet
     * @return those of them that belong to people whom this roster must not touch
     */
    Set<String> notForRosterOf(Unit unit, Collection<String> newcomers);
}
