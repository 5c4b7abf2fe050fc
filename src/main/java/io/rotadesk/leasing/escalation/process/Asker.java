package io.rotadesk.leasing.escalation.process;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Finds the person logged in to the engine, and the unit in which they ask. */
@Component
class Asker {

    private final Actor actor;
    private final Agents agents;
    private final EscalationWording texts;

    Asker(Actor actor, Agents agents, EscalationWording texts) {
        this.actor = actor;
        this.agents = agents;
        this.texts = texts;
    }

    /**
     * @param otherwise the login to use if nobody is logged in; may be null
     * @throws RefusedException if there is none
     */
    String login(String otherwise) {
        String login = actor.login().orElse(otherwise);
        if (login == null) {
            throw new RefusedException(texts.toReader("escalation.notLoggedIn"));
        }
        return login;
    }

    /**
     * The unit in which a process was started; for one that was started in none, the unit on whose roster the person
     * is.
     *
     * @throws RefusedException if there is no such unit
     */
    String unit(DelegateExecution process, String login) {
        return Optional.ofNullable(process.getTenantId())
                .or(() -> agents.find(login).map(Agent::unitId))
                .orElseThrow(() -> new RefusedException(texts.toReader("escalation.noUnit", login)));
    }
}
