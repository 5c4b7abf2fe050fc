package io.rotadesk.desk.units;

import io.rotadesk.roster.Agent;
import io.rotadesk.setup.RosterSetup;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What loading a roster would do with one person.
 *
 * @param before null for somebody new
 */
record RosterChange(Kind kind, Agent now, Agent before) {

    enum Kind {
        ADDED,
        CHANGED,
        LEFT,
        UNCHANGED,
        /** On the roster, and not in the file: stays as they are. */
        NOT_NAMED
    }

    /** Everybody, as they would be, in the teams' order. */
    static List<RosterChange> of(Collection<Agent> present, RosterSetup.Preview preview) {
        Map<String, Agent> before = present.stream().collect(Collectors.toMap(Agent::login, Function.identity()));
        return preview.people().stream()
                .map(agent -> new RosterChange(kind(agent.login(), preview), agent, before.get(agent.login())))
                .toList();
    }

    private static Kind kind(String login, RosterSetup.Preview preview) {
        var load = preview.load();
        if (load.added().contains(login)) {
            return Kind.ADDED;
        } else if (load.left().contains(login)) {
            return Kind.LEFT;
        } else if (load.changed().contains(login)) {
            return Kind.CHANGED;
        }
        return load.unchanged().contains(login) ? Kind.UNCHANGED : Kind.NOT_NAMED;
    }

    /** What the value was before, if it changes; else null. */
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
