package io.rotadesk.staff.duty.morning;

import io.rotadesk.staff.duty.DayOrders;
import io.rotadesk.staff.duty.DutyDay;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.duty.Presence.Absence;
import io.rotadesk.staff.duty.morning.Finding.Kind;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Checks a day: nobody on duty, only one person on duty, uneven teams, a changed roster (L1.1 to L1.3). At a reception
 * point one person alone is a finding only if there are more on the roster (P1): a village office may have a staff of
 * one.
 */
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

    /** @return empty on a closed day, and for a unit in which nobody takes turns */
    List<Finding> of(String unitId, LocalDate day) {
        DutyDay duty = days.on(unitId, day);
        if (duty.closed() || !takesTurns(unitId)) {
            return List.of();
        }
        UnitKind kind = units.get(unitId).kind();
        Set<String> gone = gone(unitId, day);
        List<Finding> findings = new ArrayList<>();
        for (Queue queue : kind.dutyQueues()) {
            List<Agent> members = duty.order().getOrDefault(queue, List.of()).stream()
                    .filter(agent -> !agent.left())
                    .toList();
            List<String> here = members.stream()
                    .filter(agent -> !gone.contains(agent.login()))
                    .map(Agent::name)
                    .toList();
            boolean aloneAsAlways = !kind.hasTeams() && members.size() == 1 && here.size() == 1;
            if (here.size() < 2 && !aloneAsAlways) {
                findings.add(new Finding(here.isEmpty() ? Kind.NOBODY : Kind.ONE, queue, here));
            }
        }
        if (kind.hasTeams()) {
            uneven(unitId).ifPresent(findings::add);
        }
        List<Agent> changed = orders.unlikeRoster(unitId, day);
        if (!changed.isEmpty()) {
            findings.add(new Finding(
                    Kind.ROSTER_CHANGED, null, changed.stream().map(Agent::name).toList()));
        }
        return findings;
    }

    /** Whether anybody in the unit takes turns. */
    boolean takesTurns(String unitId) {
        Unit unit = units.get(unitId);
        return agents.inUnit(unitId).stream().anyMatch(unit::givesTurnsTo);
    }

    private Optional<Finding> uneven(String unitId) {
        Map<String, Long> sizes = agents.inUnit(unitId).stream()
                .filter(agent -> !agent.left() && agent.team() != null)
                .collect(Collectors.groupingBy(Agent::team, Collectors.counting()));
        long a = sizes.getOrDefault("A", 0L);
        long b = sizes.getOrDefault("B", 0L);
        return Math.abs(a - b) > 1
                ? Optional.of(new Finding(Kind.UNEVEN, null, List.of(Long.toString(a), Long.toString(b))))
                : Optional.empty();
    }

    /** The logins of people who are on leave, or who went away before this day and have not come back. */
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
