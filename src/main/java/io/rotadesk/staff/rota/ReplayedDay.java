package io.rotadesk.staff.rota;

import java.util.List;

/**
 * A queue's day, as the ledger has it and as the rule decides it again.
 *
 * @param recorded what happened, in order
 * @param replayed the same decisions, taken again
 */
public record ReplayedDay(List<Assignment> recorded, List<Assignment> replayed) {

    /**
     * Who got a contact.
     *
     * @param login null if nobody was found
     * @param madeUp whether it was a make-up turn
     */
    public record Assignment(long decision, Contact contact, String login, boolean madeUp) {}

    public boolean same() {
        return recorded.equals(replayed);
    }
}
