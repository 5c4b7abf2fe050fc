package io.rotadesk.petition.reception;

/** The state of a ticket. */
public enum TicketState {
    /** Has an appointment; its time has not come. */
    EXPECTED,
    /** Here, or due, and not offered to anyone yet. */
    ARRIVED,
    /** Waits in line: nobody is free. */
    WAITING,
    /** Somebody has to call the number. */
    CALLED,
    /** Did not come when called; is called again. */
    NOT_THERE,
    /** Somebody listens. */
    RECEIVED,
    /** Has been received; or the leader goes to them (P5). */
    DONE,
    /** Did not come to any call. */
    NO_SHOW,
    /** Left before anyone could receive them. */
    LEFT,
    /** Nobody received them, and their day is over. */
    UNSERVED,
    /** The appointment was cancelled. */
    CANCELLED,
    /** Somebody removed its process twice before the petitioner was received. */
    ABANDONED;

    /** Whether the ticket is over. */
    public boolean isOver() {
        return this == DONE
                || this == NO_SHOW
                || this == LEFT
                || this == UNSERVED
                || this == CANCELLED
                || this == ABANDONED;
    }
}
