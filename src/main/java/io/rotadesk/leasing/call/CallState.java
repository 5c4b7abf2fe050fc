package io.rotadesk.leasing.call;

/** The state of a call. */
public enum CallState {
    /** In the register, not offered yet. */
    RECEIVED,
    /** Rings at an agent's desk. */
    RINGING,
    /** Nobody could take it; the manager decides. */
    UNASSIGNED,
    /** Somebody talks or has talked with the caller; the entry is not written yet. */
    ANSWERED,
    /** The caller hung up before anyone answered. */
    MISSED,
    /** Answered, and not about leasing. */
    OTHER,
    /** Answered for a colleague, who knows or will know (L2.2d). */
    COVERED,
    /** The entry is in the register (L2.3). */
    REGISTERED,
    /** Somebody removed its process before the entry was written. */
    ABANDONED
}
