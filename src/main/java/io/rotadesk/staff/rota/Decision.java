package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.TurnReason;
import java.util.List;

/**
 * A decision of the rota's rule.
 *
 * @param login whose turn it is; null if nobody can take it, and then nothing changes
 * @param cause why it is their turn
 * @param makeUp whether a make-up turn is used up
 * @param charge TURN_USED_AHEAD if the turn is charged before it comes round, else null
 * @param passedOver each agent at most once
 * @param after the queue's state afterwards; null if the queue does not change
 */
record Decision(
        String login, TurnCause cause, boolean makeUp, TurnReason charge, List<Passed> passedOver, RotaState after) {

    /** Names somebody, regardless of whose turn it is. */
    static Decision byName(String login, TurnCause cause) {
        return new Decision(login, cause, false, null, List.of(), null);
    }

    /**
     * An agent who was passed over.
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
