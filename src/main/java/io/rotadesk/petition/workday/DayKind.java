package io.rotadesk.petition.workday;

/** How the days of a limit are counted. */
public enum DayKind {
    /** Every day counts. A last day on which the unit is closed moves on to the next working day. */
    CALENDAR,
    /** Only working days count. */
    WORKING
}
