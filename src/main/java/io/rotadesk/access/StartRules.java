package io.rotadesk.access;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Decides which processes people may start, in which units, and how: with the start form. The other processes begin
 * when something has happened, and their starting values are ids that nobody may invent.
 */
@Component
class StartRules {

    private static final Map<String, UnitKind> BY_PEOPLE = Map.of(
            "call-handling", UnitKind.LEASING,
            "visit-reception", UnitKind.LEASING,
            "manager-escalation", UnitKind.LEASING,
            "ownership-dispute", UnitKind.LEASING,
            "petition-reception", UnitKind.PETITION,
            "petition-summary", UnitKind.PETITION);

    /** {@code petition-month} is in installations up to November 2026 only. */
    private static final Set<String> BY_THE_APPLICATION = Set.of(
            "customer-follow-up",
            "service-check",
            "daily-duty",
            "petition-month",
            "matter-handling",
            "matter-transfer",
            "matter-review",
            "scene-response");

    private final ObjectProvider<Units> units;
    private final ObjectProvider<Agents> agents;
    private final AccessWording words;

    StartRules(ObjectProvider<Units> units, ObjectProvider<Agents> agents, AccessWording words) {
        this.units = units;
        this.agents = agents;
        this.words = words;
    }

    /** @throws RefusedException if people may not start this process, or not in this way */
    void requireStartable(ProcessDefinition definition) {
        String process = definition.getKey();
        if (BY_THE_APPLICATION.contains(process)) {
            throw refused("access.start.notByPeople", nameOf(definition));
        }
        if (BY_PEOPLE.containsKey(process)) {
            Command<?> command = Context.getCommandInvocationContext().getCommand();
            if (!(command instanceof SubmitStartFormCmd || command instanceof StartProcessInstanceCmd)) {
                throw refused("access.start.formOnly", nameOf(definition));
            }
        }
    }

    /**
     * @param own whether it is one of the person's units, and so known to exist
     * @throws RefusedException if there is no such unit, or if units of its kind do not use the process
     */
    void requireFit(ProcessDefinition definition, String unit, boolean own) {
        if (!fits(definition.getKey(), unit, own)) {
            throw refused("access.start.wrongUnit", nameOf(definition), unit);
        }
    }

    /**
     * Chooses the unit for a person with several units who starts a process without naming one: the unit whose kind
     * uses the process, or, among several such units, the one on whose roster the person is.
     *
     * @throws RefusedException if this does not lead to one unit
     */
    String chosen(ProcessDefinition definition, String login, List<String> own) {
        List<String> fitting = own.stream()
                .filter(unit -> fits(definition.getKey(), unit, false))
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        return agents.getObject()
                .find(login)
                .filter(agent -> !agent.left())
                .map(Agent::unitId)
                .filter(fitting::contains)
                .orElseThrow(() -> refused(
                        "access.start.severalUnits", String.join(", ", own), nameOf(definition), UnitTenants.UNIT));
    }

    private boolean fits(String process, String unit, boolean known) {
        UnitKind kind = BY_PEOPLE.get(process);
        return units.getObject()
                .find(unit)
                .map(found -> kind == null || found.kind() == kind)
                .orElse(known);
    }

    /** @return the name by which people know the process */
    static String nameOf(ProcessDefinition definition) {
        return definition.getName() == null ? definition.getKey() : definition.getName();
    }

    RefusedException refused(String key, Object... arguments) {
        return words.refused(key, arguments);
    }
}
