package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.TurnReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks once round the order, from the pointer to the first agent who can take the turn. */
final class Walk {

    final List<Decision.Passed> passedOver = new ArrayList<>();

    private final RotaState state;
    private final Map<String, TurnReason> unavailable;
    private final Set<TurnReason> madeUp;
    private final List<String> owed;
    private final List<String> ahead;

    Walk(RotaState state, Map<String, TurnReason> unavailable, Set<TurnReason> madeUp) {
        this.state = state;
        this.unavailable = unavailable;
        this.madeUp = madeUp;
        this.owed = new ArrayList<>(state.owed());
        this.ahead = new ArrayList<>(state.ahead());
    }

    void note(String login, TurnReason reason, boolean earned) {
        if (passedOver.stream().noneMatch(passed -> passed.login().equals(login))) {
            passedOver.add(new Decision.Passed(login, reason, earned));
        }
    }

    Decision from(String next) {
        List<String> members = state.members();
        int start = Math.max(0, members.indexOf(next));
        String secondTimeRound = null;
        for (int i = 0; i < members.size(); i++) {
            String login = members.get((start + i) % members.size());
            boolean usedAhead = ahead.remove(login);
            if (unavailable.containsKey(login)) {
                passUnavailable(login, usedAhead);
            } else if (usedAhead) {
                note(login, TurnReason.TURN_USED_AHEAD, false);
                secondTimeRound = secondTimeRound == null ? login : secondTimeRound;
            } else {
                return regular(login);
            }
        }
        // A caller does not wait only because colleagues used turns ahead: the walk has settled those turns.
        return secondTimeRound != null
                ? regular(secondTimeRound)
                : new Decision(null, TurnCause.REGULAR, false, null, passedOver, state);
    }

    private void passUnavailable(String login, boolean usedAhead) {
        TurnReason reason = unavailable.get(login);
        boolean earned = !usedAhead && madeUp.contains(reason) && !owed.contains(login);
        if (earned) {
            owed.add(login);
        }
        note(login, reason, earned);
    }

    private Decision regular(String login) {
        List<String> members = state.members();
        String next = members.get((members.indexOf(login) + 1) % members.size());
        RotaState after = new RotaState(members, next, owed, ahead);
        return new Decision(login, TurnCause.REGULAR, false, null, List.copyOf(passedOver), after);
    }
}
