package io.rotadesk.staff.handover;

import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands over a leaver's work: customers, and open work of every kind; at a reception point the matters for which they
 * are responsible. Everything is handed over or nothing. A second handover takes along what has come since. Nothing is
 * reset: validity, due dates and timers stay.
 */
@Service
@Transactional
public class Handovers {

    /** The outcome of a handover. */
    public enum Result {
        DONE,
        /** The leaver has a call or a visitor, which must be finished first. */
        IN_HAND,
        /** The leaver or a receiver is not on the unit's roster, or a receiver has left or is the leaver. */
        NOT_ON_ROSTER
    }

    private final Agents agents;
    private final Roster roster;
    private final Rota rota;
    private final Units units;
    private final List<LeaversWork> work;

    Handovers(Agents agents, Roster roster, Rota rota, Units units, List<LeaversWork> work) {
        this.agents = agents;
        this.roster = roster;
        this.rota = rota;
        this.units = units;
        this.work = work;
    }

    /** How much work an agent has, by kind; kinds without any are included with 0. */
    @Transactional(readOnly = true)
    public Map<String, Integer> of(String unitId, String login) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        UnitKind unit = units.get(unitId).kind();
        work.stream()
                .filter(kind -> kind.isDoneIn(unit))
                .forEach(kind -> counts.put(kind.kind(), kind.count(unitId, login)));
        return counts;
    }

    /**
     * @param splitAmong the colleagues among whom {@link SplitWork} is split, evenly: customers with their open follow-ups; may
     *     be empty where a unit has no such work
     * @param workTo the colleague who gets the other open work
     */
    public Result handOver(String unitId, String leaver, List<String> splitAmong, String workTo) {
        boolean known = agents.find(leaver)
                .filter(agent -> agent.unitId().equals(unitId))
                .isPresent();
        boolean forgotten = splitAmong.isEmpty() && isSplitIn(units.get(unitId).kind());
        if (!known || forgotten || !takesOver(unitId, leaver, workTo)) {
            return Result.NOT_ON_ROSTER;
        }
        if (!splitAmong.stream().allMatch(login -> takesOver(unitId, leaver, login))) {
            return Result.NOT_ON_ROSTER;
        }
        if (rota.hasAnybody(leaver)) {
            return Result.IN_HAND;
        }
        for (LeaversWork kind : work) {
            if (kind instanceof SplitWork split && !splitAmong.isEmpty()) {
                split.give(unitId, leaver, splitAmong);
            } else {
                kind.give(unitId, leaver, workTo);
            }
        }
        roster.left(leaver);
        return Result.DONE;
    }

    private boolean takesOver(String unitId, String leaver, String login) {
        return !leaver.equals(login)
                && agents.find(login)
                        .filter(agent -> agent.unitId().equals(unitId))
                        .filter(agent -> !agent.left())
                        .map(Agent::login)
                        .isPresent();
    }

    private boolean isSplitIn(UnitKind unit) {
        return work.stream().anyMatch(kind -> kind instanceof SplitWork && kind.isDoneIn(unit));
    }
}
