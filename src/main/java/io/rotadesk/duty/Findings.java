package io.rotadesk.duty;

import io.rotadesk.duty.Finding.Kind;
import io.rotadesk.roster.Agent;
import io.rotadesk.roster.Agents;
import io.rotadesk.roster.DayOrders;
import io.rotadesk.roster.DutyDay;
import io.rotadesk.roster.DutyDays;
import io.rotadesk.roster.Presence;
import io.rotadesk.roster.Presence.Absence;
import io.rotadesk.roster.Queue;
import io.rotadesk.roster.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks at a day as it stands: nobody on duty, one alone, uneven teams, a roster that changed (L1.1 to L1.3). */
@Component
class Findings {

    private final Units units;
    private final Agents agents;
    private final DutyDays days;
    private final DayOrders orders;
    private final Presence presence;

    Findings(Units units, Agents agents, DutyDays days, DayOrders orders, Presence presence) {
        this.units = units;
        this.agents = agents;
        this.days = days;
        this.orders = orders;
        this.presence = presence;
    }

    /** @return empty on a closed day, and for a unit that has no teams */
    List<Finding> of(String unitId, LocalDate day) {
        DutyDay duty = days.on(unitId, day);
        Map<String, Long> sizes = sizes(unitId);
        if (duty.closed() || sizes.isEmpty()) {
            return List.of();
        }
        Set<String> gone = gone(unitId, day);
        List<Finding> findings = new ArrayList<>();
        for (Queue queue : List.of(Queue.CALL, Queue.VISIT)) {
            List<String> here = duty.order().getOrDefault(queue, List.of()).stream()
                    .filter(agent -> !agent.left() && !gone.contains(agent.login()))
                    .map(Agent::name)
                    .toList();
            if (here.size() < 2) {
                findings.add(new Finding(here.isEmpty() ? Kind.NOBODY : Kind.ONE, queue, here));
            }
        }
        long a = sizes.getOrDefault("A", 0L);
        long b = sizes.getOrDefault("B", 0L);
        if (Math.abs(a - b) > 1) {
            findings.add(new Finding(Kind.UNEVEN, null, List.of(Long.toString(a), Long.toString(b))));
        }
        List<Agent> changed = orders.unlikeRoster(unitId, day);
        if (!changed.isEmpty()) {
            findings.add(new Finding(
                    Kind.ROSTER_CHANGED, null, changed.stream().map(Agent::name).toList()));
        }
        return findings;
    }

    /** How many people the teams have; empty if the unit has none, as a petition reception. */
    Map<String, Long> sizes(String unitId) {
        return agents.inUnit(unitId).stream()
                .filter(agent -> !agent.left() && agent.team() != null)
                .collect(Collectors.groupingBy(Agent::team, TreeMap::new, Collectors.counting()));
    }

    /** Logins of those who have leave, or went away before this day and have not come back. */
    private Set<String> gone(String unitId, LocalDate day) {
        Instant morning = day.atStartOfDay(units.get(unitId).settings().zone()).toInstant();
        return presence.absences(unitId, day).stream()
                .filter(absence -> isGone(absence, day, morning))
                .map(Absence::login)
                .collect(Collectors.toSet());
    }

    private static boolean isGone(Absence absence, LocalDate day, Instant morning) {
        return absence.since() != null
                ? absence.since().isBefore(morning)
                : !absence.from().isAfter(day);
    }
}
