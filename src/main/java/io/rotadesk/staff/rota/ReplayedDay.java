package io.rotadesk.staff.rota;

import java.util.List;

/**
 * A queue's day, as recorded in the ledger and as replayed by the rule.
 *
 * @param recorded the decisions that were made, in order
 * @param replayed the same decisions, made again
 */
public record ReplayedDay(List<Assignment> recorded, List<Assignment> replayed) {

    /**
     * The agent who got a contact.
     *
     * @param login null if nobody was found
     * @param madeUp whether it was a make-up turn
     */
    public record Assignment(long decision, Contact contact, String login, boolean madeUp) {}

    public boolean same() {
        return recorded.equals(replayed);
    }
}
