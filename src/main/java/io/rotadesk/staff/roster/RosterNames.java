package io.rotadesk.staff.roster;

import io.rotadesk.staff.unit.Unit;
import java.util.Collection;
import java.util.Set;

/** Knows which logins are not for rosters. Whoever keeps the accounts says so; a roster that names one is refused. */
public interface RosterNames {

    /**
     * @param newcomers logins that the unit's roster does not have yet
     * @return those of them that belong to somebody whom this roster must not touch
     */
    Set<String> notForRosterOf(Unit unit, Collection<String> newcomers);
}
