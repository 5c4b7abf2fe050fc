package io.rotadesk.staff.unit;

import java.util.List;

/**
 * Published inside the transaction in which a unit's roster changed.
 *
 * @param added logins that are new, and those who have come back
 * @param changed logins that were there before and are different now
 * @param left logins of those who no longer work here
 */
public record RosterLoaded(String unitId, List<String> added, List<String> changed, List<String> left) {}
