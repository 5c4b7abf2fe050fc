package io.rotadesk.staff.roster;

import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.RosterText;
import io.rotadesk.staff.unit.Teams;
import io.rotadesk.staff.unit.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What a unit's roster will be once a file is loaded on top of it, or why the file is rejected. */
final class RosterPlan {

    private final Unit unit;
    private final RosterFile file;
    private final Locale locale;
    private final Map<String, Agent> people = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<RosterError> errors = new ArrayList<>();
    /** The highest place that anybody has or had, by team; the key null stands for no team. */
    private final Map<String, Integer> ends = new HashMap<>();
    /** The number of working people in each team. */
    private final Map<String, Integer> sizes = new HashMap<>();

    RosterPlan(Unit unit, Collection<Agent> present, RosterFile file, Locale locale) {
        this.unit = unit;
        this.file = file;
        this.locale = locale;
        present.forEach(this::put);
        errors.addAll(file.errors());
    }

    /**
     * @param elsewhere people of other units' rosters, by login
     * @param notForRosters logins of people whom a roster must not touch
     */
    List<RosterError> check(Map<String, Agent> elsewhere, Set<String> notForRosters) {
        List<RosterRow> undecided = new ArrayList<>();
        for (RosterRow row : file.rows()) {
            Integer earlier = lines.putIfAbsent(row.login(), row.line());
            if (earlier != null) {
                error(row.line(), RosterColumn.LOGIN, "roster.loginTwice", row.login(), earlier);
                continue;
            }
            Agent other = elsewhere.get(row.login());
            if (other != null && !other.unitId().equals(unit.id())) {
                error(row.line(), RosterColumn.LOGIN, "roster.loginElsewhere", row.login(), other.unitId());
            } else if (notForRosters.contains(row.login())) {
                error(row.line(), RosterColumn.LOGIN, "roster.loginNotForRosters", row.login());
            }
            if (!unit.kind().hasTeams()) {
                if (row.team() != null && !row.team().equals(RosterRow.NO_TEAM)) {
                    error(row.line(), RosterColumn.TEAM, "roster.noTeams", row.team());
                }
                put(row, null);
            } else if (row.team() == null && !people.containsKey(row.login()) && !unit.ledBy(row.login())) {
                undecided.add(row);
            } else {
                put(row, teamOf(row));
            }
        }
        // Comes after everybody whose team is known, since a newcomer joins the smaller team (L1.1).
        undecided.forEach(row -> put(row, size(Teams.A) <= size(Teams.B) ? Teams.A : Teams.B));
        if (errors.isEmpty()) {
            checkPlaces();
            checkExtensions();
            if (unit.kind().hasTeams()) {
                checkEven();
            }
        }
        errors.sort(Comparator.comparingInt(RosterError::line));
        return errors;
    }

    /** The people named in the file, as they will be. */
    List<Agent> named() {
        return lines.keySet().stream().map(people::get).sorted(this::byLine).toList();
    }

    private int byLine(Agent one, Agent other) {
        return Integer.compare(lines.get(one.login()), lines.get(other.login()));
    }

    private String teamOf(RosterRow row) {
        if (row.team() != null) {
            return row.team().equals(RosterRow.NO_TEAM) ? null : row.team();
        }
        return people.containsKey(row.login()) ? people.get(row.login()).team() : null;
    }

    private void put(RosterRow row, String team) {
        Agent before = people.get(row.login());
        boolean sameTeam = before != null && Objects.equals(before.team(), team);
        int place = row.place() != null ? row.place() : sameTeam ? before.place() : endOf(team);
        put(new Agent(
                row.login(),
                unit.id(),
                row.name(),
                row.mobile() != null ? row.mobile() : before == null ? "" : before.mobile(),
                row.extension() != null ? row.extension() : before == null ? "" : before.extension(),
                team,
                place,
                row.left() != null ? row.left() : before != null && before.left()));
    }

    /**
     * The highest place may belong to somebody who has left the team. That leaves a gap, but no place is taken twice.
     */
    private void put(Agent agent) {
        Agent before = people.put(agent.login(), agent);
        if (before != null && !before.left()) {
            sizes.merge(before.team(), -1, Integer::sum);
        }
        if (!agent.left()) {
            sizes.merge(agent.team(), 1, Integer::sum);
        }
        ends.merge(agent.team(), agent.place(), Math::max);
    }

    private Stream<Agent> working() {
        return people.values().stream().filter(agent -> !agent.left());
    }

    private int size(String team) {
        return sizes.getOrDefault(team, 0);
    }

    private int endOf(String team) {
        return 1 + ends.getOrDefault(team, 0);
    }

    private void checkPlaces() {
        Map<String, Agent> taken = new HashMap<>();
        working().filter(unit::givesTurnsTo).forEach(agent -> {
            Agent other = taken.putIfAbsent(agent.team() + agent.place(), agent);
            if (other != null) {
                error(
                        lineOf(agent, other),
                        RosterColumn.PLACE,
                        agent.team() == null ? "roster.placeTwiceInUnit" : "roster.placeTwice",
                        agent.place(),
                        agent.team(),
                        other.login(),
                        agent.login());
            }
        });
    }

    private void checkExtensions() {
        Map<String, Agent> taken = new HashMap<>();
        working().filter(agent -> !agent.extension().isEmpty()).forEach(agent -> {
            Agent other = taken.putIfAbsent(agent.extension(), agent);
            if (other != null) {
                error(
                        lineOf(agent, other),
                        RosterColumn.EXTENSION,
                        "roster.extensionTwice",
                        agent.extension(),
                        other.login(),
                        agent.login());
            }
        });
    }

    private void checkEven() {
        if (Math.abs(size(Teams.A) - size(Teams.B)) > 1) {
            error(0, RosterColumn.TEAM, "roster.uneven", size(Teams.A), size(Teams.B));
        }
    }

    private int lineOf(Agent one, Agent other) {
        return Math.max(lines.getOrDefault(one.login(), 0), lines.getOrDefault(other.login(), 0));
    }

    private void error(int line, RosterColumn column, String key, Object... args) {
        Object[] texts = Stream.of(args).map(String::valueOf).toArray();
        errors.add(new RosterError(line, file.header(column), RosterText.of(locale, key, texts)));
    }
}
