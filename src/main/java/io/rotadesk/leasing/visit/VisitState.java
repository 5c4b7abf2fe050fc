package io.rotadesk.leasing.visit;

/** The state of a visit. */
public enum VisitState {
    /** Has an appointment, is not here yet. */
    EXPECTED,
    /** Here, not offered to anyone yet. */
    ARRIVED,
    /** Somebody is on the way to greet or receive the visitor. */
    OFFERED,
    /** Waits in line. */
    WAITING,
    /** With an agent. */
    RECEIVED,
    /** Gone; the entry is not written yet. */
    SEEN_OFF,
    /** The entry is in the register (L3.8). */
    REGISTERED,
    /** Came for something else than to look at premises. */
    OTHER,
    /** Left before anyone could receive them. */
    LEFT,
    /** Did not come to the appointment. */
    NO_SHOW,
    /** The appointment was cancelled. */
    CANCELLED,
    /** Somebody removed its process before it came to its end. */
    ABANDONED
}
