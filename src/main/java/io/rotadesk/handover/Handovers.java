package io.rotadesk.handover;

import io.rotadesk.customer.ClaimReason;
import io.rotadesk.customer.Customers;
import io.rotadesk.roster.Agent;
import io.rotadesk.roster.Agents;
import io.rotadesk.roster.Roster;
import io.rotadesk.roster.Rota;
import io.rotadesk.roster.UnitKind;
import io.rotadesk.roster.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands over what a leaver has: customers, and open work of every kind; at a reception point the matters for which they are
 * responsible. All of it or nothing; doing it again takes along
 * what has come since. Nothing is reset: validity, due dates and timers stay.
 */
@Service
@Transactional
public class Handovers {

    /** What became of it. */
    public enum Result {
        DONE,
        /** The leaver has a call or a visitor: that is finished first. */
        IN_HAND,
        /** The leaver, or one who is to take over, is not on the unit's roster, has left, or is the leaver. */
        NOT_ON_ROSTER
    }

    /** The key of customers in {@link #of(String, String)}. */
    public static final String CUSTOMERS = "customers";

    private final JdbcClient db;
    private final Customers customers;
    private final Agents agents;
    private final Roster roster;
    private final Rota rota;
    private final Units units;
    private final List<LeaversWork> work;

    Handovers(
            JdbcClient db,
            Customers customers,
            Agents agents,
            Roster roster,
            Rota rota,
            Units units,
            List<LeaversWork> work) {
        this.db = db;
        this.customers = customers;
        this.agents = agents;
        this.roster = roster;
        this.rota = rota;
        this.units = units;
        this.work = work;
    }

    /** How much an agent has, by kind; kinds of which there is none are in it with 0. */
    @Transactional(readOnly = true)
    public Map<String, Integer> of(String unitId, String login) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        UnitKind unit = units.get(unitId).kind();
        if (unit == UnitKind.LEASING) {
            counts.put(CUSTOMERS, customersOf(unitId, login, "").size());
        }
        work.stream()
                .filter(kind -> kind.isDoneIn(unit))
                .forEach(kind -> counts.put(kind.kind(), kind.count(unitId, login)));
        return counts;
    }

    /**
     * @param customersTo among whom the customers are split, evenly; open follow-ups go with them; may be empty where a
     *     unit has no customers
     * @param workTo who gets the open work
     */
    public Result handOver(String unitId, String leaver, List<String> customersTo, String workTo) {
        boolean known = agents.find(leaver)
                .filter(agent -> agent.unitId().equals(unitId))
                .isPresent();
        boolean forgotten = customersTo.isEmpty() && units.get(unitId).kind() == UnitKind.LEASING;
        if (!known || forgotten || !takesOver(unitId, leaver, workTo)) {
            return Result.NOT_ON_ROSTER;
        }
        if (!customersTo.stream().allMatch(login -> takesOver(unitId, leaver, login))) {
            return Result.NOT_ON_ROSTER;
        }
        if (rota.hasAnybody(leaver)) {
            return Result.IN_HAND;
        }
        List<Long> theirs = customersOf(unitId, leaver, " for update");
        for (int i = 0; i < theirs.size(); i++) {
            customers.handOver(unitId, theirs.get(i), customersTo.get(i % customersTo.size()), ClaimReason.HANDED_OVER);
        }
        work.forEach(kind -> kind.give(unitId, leaver, workTo));
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

    private List<Long> customersOf(String unitId, String login, String lock) {
        return db.sql("select id from customer where unit_id = ? and agent = ? and merged_into is null order by id"
                        + lock)
                .param(unitId)
                .param(login)
                .query(Long.class)
                .list();
    }
}
