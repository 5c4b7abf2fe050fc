package io.rotadesk.staff.unit;

/** Decides whom a queue begins the day with (L1.2 leaves it open). */
public enum DayStart {
    /** The first in the order. */
    RESTART,
    /** The agent after the last one served when this team last had this queue. */
    CARRY_OVER,
    /** One further each day that this team has this queue. */
    SHIFT
}
