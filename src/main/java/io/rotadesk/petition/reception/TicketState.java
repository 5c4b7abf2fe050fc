package io.rotadesk.petition.reception;

/** How far an arrival is. */
public enum TicketState {
    /** Has an appointment; its time has not come. */
    EXPECTED,
    /** Here, or due, and not offered to anyone yet. */
    ARRIVED,
    /** Waits in line: nobody is free. */
    WAITING,
    /** Somebody is to call the number. */
    CALLED,
    /** Did not come when called; is called again. */
    NOT_THERE,
    /** Somebody listens. */
    RECEIVED,
    /** Has been listened to; or the leader goes to them (P5). */
    DONE,
    /** Did not come, however often called. */
    NO_SHOW,
    /** Left before anyone could receive them. */
    LEFT,
    /** The appointment was cancelled. */
    CANCELLED,
    /** Somebody took its process away, twice, before the petitioner was received. */
    ABANDONED;

    /** Whether nothing more happens to the ticket. */
    public boolean isOver() {
        return this == DONE || this == NO_SHOW || this == LEFT || this == CANCELLED || this == ABANDONED;
    }
}
