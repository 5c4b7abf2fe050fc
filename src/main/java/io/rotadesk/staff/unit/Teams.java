package io.rotadesk.staff.unit;

import java.util.Comparator;
import java.util.List;

/** The two teams of a leasing department, and which team serves which queue (L1.1). */
public final class Teams {

    public static final String A = "A";
    public static final String B = "B";
    /** The team of a queue that belongs to neither of the two. */
    public static final String ALL = "";

    private Teams() {}

    public static String other(String team) {
        return A.equals(team) ? B : A;
    }

    public static String of(Queue queue, String callTeam) {
        return switch (queue) {
            case CALL -> callTeam;
            case VISIT, HELPER -> other(callTeam);
            case PETITION -> ALL;
        };
    }

    /** @return logins in the set order, without those who left; a reception's leaders take no turns in it */
    public static List<String> members(Unit unit, List<Agent> agents, String team) {
        return agents.stream()
                .filter(unit::givesTurnsTo)
                .filter(agent -> ALL.equals(team) || team.equals(agent.team()))
                .sorted(Comparator.comparingInt(Agent::place)
                        .thenComparing(Agent::team, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Agent::login))
                .map(Agent::login)
                .toList();
    }
}
