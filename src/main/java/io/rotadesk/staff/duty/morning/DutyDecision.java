package io.rotadesk.staff.duty.morning;

/** The manager's choices for a day with a finding (L1.1). */
public enum DutyDecision {
    /** Go on as it is; also used when the manager has set the order on the duty page. */
    GO_ON,
    /** Swap the teams' roles for the day. */
    SWAP,
    /** Put everybody into both queues, each queue's own team first. */
    EVERYBODY,
    /** Take the day's order from the present roster. */
    TAKE_ROSTER,
    /** Close the unit today. */
    CLOSE
}
