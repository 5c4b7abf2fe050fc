package io.rotadesk.leasing.customer.process;

import io.rotadesk.staff.unit.Agent;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** A list of agents to choose from, for a form. */
public final class AgentOptions {

    private AgentOptions() {}

    /** @return login and name of those who have not left */
    public static SpinJsonNode of(List<Agent> agents) {
        return Spin.JSON(agents.stream()
                .filter(agent -> !agent.left())
                .map(agent -> Map.of("value", agent.login(), "label", agent.name()))
                .toList());
    }
}
