package io.rotadesk.escalation.process;

import io.rotadesk.roster.Agent;
import io.rotadesk.roster.Agents;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who is logged in to the engine, and in which unit they ask. */
@Component
class Asker {

    private final IdentityService identity;
    private final Agents agents;
    private final EscalationTexts texts;

    Asker(IdentityService identity, Agents agents, EscalationTexts texts) {
        this.identity = identity;
        this.agents = agents;
        this.texts = texts;
    }

    /**
     * @param otherwise who it is when nobody is logged in; may be null
     * @throws BadUserRequestException when it is nobody
     */
    String login(String otherwise) {
        Authentication authentication = identity.getCurrentAuthentication();
        String login = authentication == null ? otherwise : authentication.getUserId();
        if (login == null) {
            throw new BadUserRequestException(texts.get("escalation.notLoggedIn"));
        }
        return login;
    }

    /**
     * The unit on whose roster the person is, else the only one that they belong to.
     *
     * @throws BadUserRequestException when that is none, or several
     */
    String unitOf(String login) {
        return agents.find(login).map(Agent::unitId).orElseGet(() -> {
            Authentication authentication = identity.getCurrentAuthentication();
            List<String> units = authentication == null ? null : authentication.getTenantIds();
            if (units == null || units.size() != 1) {
                throw new BadUserRequestException(texts.get("escalation.noUnit", login));
            }
            return units.get(0);
        });
    }
}
