package io.rotadesk.leasing.conduct;

import java.util.Map;

/**
 * One agent's marks in a period (L3.6).
 *
 * @param checks how many of the agent's receptions were checked
 * @param averages the average marks by point, 1 to 5; a point that was never marked is left out
 * @param overall the average of all marks; null if there are none
 */
public record AgentMarks(String agent, long checks, Map<ConductPoint, Double> averages, Double overall) {

    public AgentMarks {
        averages = Map.copyOf(averages);
    }
}
