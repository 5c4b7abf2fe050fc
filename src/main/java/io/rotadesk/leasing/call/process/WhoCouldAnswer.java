package io.rotadesk.leasing.call.process;

import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.staff.rota.Standings;
import io.rotadesk.staff.rota.Standings.Standing;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
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
    private final Standings standings;
    private final CallWording wording;

    WhoCouldAnswer(Agents agents, Units units, Standings standings, CallWording wording) {
        this.agents = agents;
        this.units = units;
        this.standings = standings;
        this.wording = wording;
    }

    /** In the order in which they are most likely to answer. */
    enum Doing {
        FREE,
        MISSED,
        BUSY,
        NO_PAGE,
        NOT_LOGGED_IN,
        AWAY,
        LEAVE
    }

    /** @param pageClosedAt null unless they are absent for that */
    private record Choice(Agent agent, Doing doing, Instant pageClosedAt) {}

    SpinJsonNode options(CallKey call) {
        return Spin.JSON(choices(call).stream()
                .map(choice -> Map.of(
                        "value",
                        choice.agent().login(),
                        "label",
                        wording.doing(choice.agent().name(), choice.doing(), pageClosedAt(choice, call.unitId()))))
                .toList());
    }

    private String pageClosedAt(Choice choice, String unitId) {
        return choice.pageClosedAt() == null ? "" : units.get(unitId).clock().time(choice.pageClosedAt());
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
        List<Agent> people = agents.inUnit(call.unitId()).stream()
                .filter(agent -> !agent.left())
                .toList();
        Map<String, Standing> standings = this.standings.of(
                call.unitId(), people.stream().map(Agent::login).toList(), Queue.CALL, call.contact());
        return people.stream()
                .map(agent -> choice(agent, standings.get(agent.login())))
                .sorted(Comparator.comparing(Choice::doing))
                .toList();
    }

    private static Choice choice(Agent agent, Standing standing) {
        return new Choice(agent, doing(standing), standing.pageClosedAt());
    }

    private static Doing doing(Standing standing) {
        if (standing.isFree()) {
            return standing.missed() ? Doing.MISSED : Doing.FREE;
        }
        return switch (standing.unavailable()) {
            case NO_PAGE -> Doing.NO_PAGE;
            case NOT_LOGGED_IN -> Doing.NOT_LOGGED_IN;
            case AWAY -> Doing.AWAY;
            case ON_LEAVE -> Doing.LEAVE;
            default -> Doing.BUSY;
        };
    }
}
