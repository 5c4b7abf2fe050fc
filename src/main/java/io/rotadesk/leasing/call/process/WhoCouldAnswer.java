package io.rotadesk.leasing.call.process;

import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.duty.Presence.Absence;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** The people to whom the manager can give a call that nobody took, with what they are doing now (L2.1). */
@Component
class WhoCouldAnswer {

    private final Agents agents;
    private final Units units;
    private final Rota rota;
    private final Presence presence;
    private final CallWording wording;
    private final Clock clock;

    WhoCouldAnswer(Agents agents, Units units, Rota rota, Presence presence, CallWording wording, Clock clock) {
        this.agents = agents;
        this.units = units;
        this.rota = rota;
        this.presence = presence;
        this.wording = wording;
        this.clock = clock;
    }

    /** In the order in which they are most likely to answer. */
    enum Doing {
        FREE,
        MISSED,
        BUSY,
        AWAY,
        LEAVE
    }

    private record Choice(Agent agent, Doing doing) {}

    SpinJsonNode options(CallKey call) {
        return Spin.JSON(choices(call).stream()
                .map(choice -> Map.of(
                        "value",
                        choice.agent().login(),
                        "label",
                        wording.doing(choice.agent().name(), choice.doing())))
                .toList());
    }

    /** @return the login of somebody who is free, rather one who has not let this call ring; null if nobody is */
    String firstFree(CallKey call) {
        return choices(call).stream()
                .filter(choice -> choice.doing().compareTo(Doing.MISSED) <= 0)
                .map(choice -> choice.agent().login())
                .findFirst()
                .orElse(null);
    }

    private List<Choice> choices(CallKey call) {
        LocalDate today = units.get(call.unitId()).clock().day(clock.instant());
        List<Absence> absences = presence.absences(call.unitId(), today);
        return agents.inUnit(call.unitId()).stream()
                .filter(agent -> !agent.left())
                .map(agent -> new Choice(agent, doing(agent.login(), call, absences, today)))
                .sorted(Comparator.comparing(Choice::doing))
                .toList();
    }

    private Doing doing(String login, CallKey call, List<Absence> absences, LocalDate today) {
        List<Absence> own = absences.stream()
                .filter(absence -> absence.login().equals(login))
                .toList();
        if (own.stream()
                .anyMatch(absence -> absence.from() != null && !absence.from().isAfter(today))) {
            return Doing.LEAVE;
        } else if (own.stream().anyMatch(absence -> absence.since() != null)) {
            return Doing.AWAY;
        } else if (!rota.isFree(login)) {
            return Doing.BUSY;
        }
        return rota.hasMissed(call.contact(), login) ? Doing.MISSED : Doing.FREE;
    }
}
