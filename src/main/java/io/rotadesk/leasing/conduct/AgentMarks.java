package io.rotadesk.leasing.conduct;

import java.util.Map;

/**
 * How one agent was marked in a period (L3.6).
 *
 * @param checks how many of the agent's receptions were checked
 * @param averages by point, 1 to 5; a point that was never seen is left out
 * @param overall of all marks; null when no point was ever seen
 */
public record AgentMarks(String agent, long checks, Map<ConductPoint, Double> averages, Double overall) {

    public AgentMarks {
        averages = Map.copyOf(averages);
    }
}
