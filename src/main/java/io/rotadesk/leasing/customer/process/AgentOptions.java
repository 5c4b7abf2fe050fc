package io.rotadesk.leasing.customer.process;

import io.rotadesk.engine.FormChoices;
import io.rotadesk.staff.unit.Agent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;

/** A list of agents to choose from, for a form. */
public final class AgentOptions {

    private AgentOptions() {}

    /** @return login and name of those who have not left */
    public static SpinJsonNode of(List<Agent> agents) {
        Map<String, String> names = new LinkedHashMap<>();
        agents.stream().filter(agent -> !agent.left()).forEach(agent -> names.put(agent.login(), agent.name()));
        return FormChoices.of(names);
    }
}
