package io.rotadesk.web.desk.units;

import io.rotadesk.staff.roster.RosterLoad;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.web.api.setup.RosterSetup;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The change that loading a roster would make to one person.
 *
 * @param before null for a new person
 */
record RosterChange(Kind kind, Agent now, Agent before) {

    enum Kind {
        ADDED,
        CHANGED,
        LEFT,
        UNCHANGED,
        /** On the roster but not in the file: they stay as they are. */
        NOT_NAMED
    }

    /** Everybody, as they would be, in the teams' order. */
    static List<RosterChange> of(Collection<Agent> present, RosterSetup.Preview preview) {
        Map<String, Agent> before = present.stream().collect(Collectors.toMap(Agent::login, Function.identity()));
        Map<String, Kind> kinds = kinds(preview.load());
        return preview.people().stream()
                .map(agent -> new RosterChange(
                        kinds.getOrDefault(agent.login(), Kind.NOT_NAMED), agent, before.get(agent.login())))
                .toList();
    }

    /** The colour of its badge. */
    public String tone() {
        return switch (kind) {
            case ADDED -> "ok";
            case CHANGED -> "info";
            case LEFT -> "warn";
            case UNCHANGED, NOT_NAMED -> "";
        };
    }

    /** Leavers are also among the changed or added. */
    private static Map<String, Kind> kinds(RosterLoad load) {
        Map<String, Kind> kinds = new HashMap<>();
        load.unchanged().forEach(login -> kinds.put(login, Kind.UNCHANGED));
        load.changed().forEach(login -> kinds.put(login, Kind.CHANGED));
        load.left().forEach(login -> kinds.put(login, Kind.LEFT));
        load.added().forEach(login -> kinds.put(login, Kind.ADDED));
        return kinds;
    }

    /** The old value if it changes; else null. */
    private Object was(Function<Agent, ?> value) {
        if (before == null || kind == Kind.UNCHANGED || kind == Kind.NOT_NAMED) {
            return null;
        }
        Object old = value.apply(before);
        return String.valueOf(old).equals(String.valueOf(value.apply(now))) ? null : old == null ? "-" : old;
    }

    public Object nameBefore() {
        return was(Agent::name);
    }

    public Object mobileBefore() {
        return was(Agent::mobile);
    }

    public Object extensionBefore() {
        return was(Agent::extension);
    }

    public Object teamBefore() {
        return was(Agent::team);
    }

    public Object placeBefore() {
        return was(Agent::place);
    }
}
