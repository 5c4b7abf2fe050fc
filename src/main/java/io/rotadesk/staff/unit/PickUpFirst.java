package io.rotadesk.staff.unit;

/** Decides who is offered a call from a known number. */
public enum PickUpFirst {
    /** The agent on duty, as the rules have it (L2.2b). */
    DUTY,
    /** The customer's own agent if free; no turn is used. */
    OWNER
}
