package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.TurnReason;
import java.util.List;

/**
 * What the rota's rule says.
 *
 * @param login whose turn it is; null if nobody can take it, and then nothing changes
 * @param cause how it came about
 * @param makeUp whether a make-up turn is used up
 * @param charge TURN_USED_AHEAD if the turn is charged before it comes round, else null
 * @param passedOver each agent at most once
 * @param after where the queue stands afterwards; null if it takes no notice
 */
record Decision(
        String login, TurnCause cause, boolean makeUp, TurnReason charge, List<Passed> passedOver, RotaState after) {

    /** To somebody by name, whoever's turn it is. */
    static Decision byName(String login, TurnCause cause) {
        return new Decision(login, cause, false, null, List.of(), null);
    }

    /**
     * One who was passed over.
     *
     * @param owed whether this earned a make-up turn
     */
    record Passed(String login, TurnReason reason, boolean owed) {}

    List<PassedOver> reasons() {
        return passedOver.stream()
                .map(passed -> new PassedOver(passed.login(), passed.reason()))
                .toList();
    }
}
