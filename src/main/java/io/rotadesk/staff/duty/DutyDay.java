package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Teams;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The duty of one day: the roles of the teams, and the order of each queue (L1.1).
 *
 * @param date in the unit's time zone
 * @param closed whether nobody is on duty
 * @param callTeam "A" or "B"; null in a unit without teams
 * @param overridden whether the manager has changed the day's roles
 * @param order the members of each queue in their order; empty on a closed day
 */
public record DutyDay(
        String unitId,
        LocalDate date,
        boolean closed,
        String callTeam,
        boolean overridden,
        Map<Queue, List<Agent>> order) {

    /** The other team; null in a unit without teams. */
    public String visitTeam() {
        return callTeam == null ? null : Teams.other(callTeam);
    }
}
