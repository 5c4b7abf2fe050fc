package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.TurnReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The state of a queue, and the rule that decides whose turn is next. No database, no clock: offers and replays use the
 * same rule.
 *
 * @param members logins in the day's order
 * @param next the agent whose regular turn is next
 * @param owed the agents to whom a make-up turn is owed, oldest first, each at most once
 * @param ahead the agents who used turns before they came round, once for each such turn
 */
record RotaState(List<String> members, String next, List<String> owed, List<String> ahead) {

    RotaState {
        members = List.copyOf(members);
        owed = List.copyOf(owed);
        ahead = List.copyOf(ahead);
    }

    static RotaState startingWith(String next, List<String> members) {
        return new RotaState(members, next, List.of(), List.of());
    }

    /**
     * Decides whose turn it is now.
     *
     * @param unavailable the members that cannot take it, and why
     * @param madeUp the reasons for being passed over that earn a make-up turn
     */
    Decision decide(Map<String, TurnReason> unavailable, Set<TurnReason> madeUp) {
        Walk walk = new Walk(this, unavailable, madeUp);
        for (String login : owed) {
            if (!members.contains(login)) {
                continue;
            }
            if (!unavailable.containsKey(login)) {
                return new Decision(
                        login,
                        TurnCause.MAKE_UP,
                        true,
                        null,
                        walk.passedOver,
                        new RotaState(members, next, without(owed, login), ahead));
            }
            walk.note(login, unavailable.get(login), false);
        }
        return walk.from(next);
    }

    /**
     * Charges an agent for a contact that they already had and logged: their turn if it was theirs, a make-up turn if
     * one was owed, else their next turn that comes round. An agent who is not in this queue today is charged nothing.
     */
    Decision log(String login, Map<String, TurnReason> unavailable, Set<TurnReason> madeUp) {
        if (!members.contains(login)) {
            return new Decision(login, TurnCause.LOGGED, false, null, List.of(), this);
        }
        if (owed.contains(login)) {
            RotaState after = new RotaState(members, next, without(owed, login), ahead);
            return new Decision(login, TurnCause.LOGGED, true, null, List.of(), after);
        }
        Decision decided = decide(without(unavailable, login), madeUp);
        if (login.equals(decided.login())) {
            return new Decision(login, TurnCause.LOGGED, false, null, decided.passedOver(), decided.after());
        }
        RotaState after = new RotaState(members, next, owed, with(ahead, login));
        return new Decision(login, TurnCause.LOGGED, false, TurnReason.TURN_USED_AHEAD, List.of(), after);
    }

    /** Gives a turn back: cancels a turn that was used ahead, or else owes a make-up turn, at most one. */
    RotaState restore(String login) {
        if (ahead.contains(login)) {
            return new RotaState(members, next, owed, without(ahead, login));
        }
        return owed.contains(login) ? this : new RotaState(members, next, with(owed, login), ahead);
    }

    /**
     * Goes on in another order: with the same agent, or else with the first agent after them in the old order who is in
     * the new one.
     */
    RotaState resume(List<String> order) {
        return new RotaState(order, resume(members, next, order), owed, ahead);
    }

    /** @return the first of {@code order} if nobody of the old order is in it; "" if it is empty */
    static String resume(List<String> oldOrder, String next, List<String> order) {
        int start = Math.max(0, oldOrder.indexOf(next));
        for (int i = 0; i < oldOrder.size(); i++) {
            String login = oldOrder.get((start + i) % oldOrder.size());
            if (order.contains(login)) {
                return login;
            }
        }
        return order.isEmpty() ? "" : order.get(0);
    }

    private static List<String> without(List<String> logins, String login) {
        List<String> rest = new ArrayList<>(logins);
        rest.remove(login);
        return rest;
    }

    private static List<String> with(List<String> logins, String login) {
        List<String> more = new ArrayList<>(logins);
        more.add(login);
        return more;
    }

    private static Map<String, TurnReason> without(Map<String, TurnReason> unavailable, String login) {
        Map<String, TurnReason> rest = new HashMap<>(unavailable);
        rest.remove(login);
        return rest;
    }
}
