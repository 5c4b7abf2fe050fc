package io.rotadesk.staff.rota;

/** The cause for which an agent got a contact. */
public enum TurnCause {
    /** It was their turn in the order. */
    REGULAR,
    /** They were owed a make-up turn. */
    MAKE_UP,
    /** The customer is theirs: no turn used. */
    OWN_CUSTOMER,
    /** They have received the same visitor earlier that day: no turn used (L3.1). */
    RETURNED,
    /** Somebody assigned it to them: no turn used. */
    ASSIGNED,
    /** They had it already and logged it. */
    LOGGED,
    /** They took it over from a colleague: no turn used. */
    TAKEN_OVER;

    /** Whether the queue's order decided, so that a replay must give the same answer. */
    boolean byRota() {
        return this == REGULAR || this == MAKE_UP || this == LOGGED;
    }

    /** Whether the agent was named and the queue was not used. */
    public boolean byName() {
        return this == OWN_CUSTOMER || this == RETURNED || this == ASSIGNED;
    }
}
