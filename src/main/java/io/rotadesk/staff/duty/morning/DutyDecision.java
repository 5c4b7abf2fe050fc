package io.rotadesk.staff.duty.morning;

/** What the manager can decide about a day with which something is wrong (L1.1). */
public enum DutyDecision {
    /** Go on as it is; also what counts when the manager has set the order on the duty page. */
    GO_ON,
    /** The teams swap their roles for the day. */
    SWAP,
    /** Everybody stands in both queues, each queue's own team first. */
    EVERYBODY,
    /** The day's order is taken from the roster as it is now. */
    TAKE_ROSTER,
    /** The unit is closed today. */
    CLOSE
}
