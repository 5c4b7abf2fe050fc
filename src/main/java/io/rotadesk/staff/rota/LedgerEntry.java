package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One row of the turn ledger: one thing that happened.
 *
 * @param decision the number that the rows of one decision, and all later rows about its turn, have in common
 * @param version of the day's order, which a manager's override raises
 * @param reason null where there is nothing to explain
 * @param owed whether this row earned the agent a make-up turn
 * @param login the agent; null where nobody was found
 */
public record LedgerEntry(
        long id,
        long decision,
        String unitId,
        Queue queue,
        LocalDate day,
        int version,
        Kind kind,
        TurnCause cause,
        TurnReason reason,
        boolean owed,
        String login,
        Contact contact,
        Instant at) {

    /** The kind of event. */
    public enum Kind {
        /** A turn was offered, or the agent had it already and logged it. */
        OFFERED,
        /** The agent took it. */
        TAKEN,
        /** The agent did not take it. */
        MISSED,
        /** The agent was passed over. */
        SKIPPED,
        /** Offered to an agent who was owed a turn. */
        MADE_UP,
        /** The agent got their turn back. */
        RESTORED,
        /** The agent is done with the contact. */
        FINISHED,
        /** Nobody could be offered the contact. */
        NOBODY
    }
}
