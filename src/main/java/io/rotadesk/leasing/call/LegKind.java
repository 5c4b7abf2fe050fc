package io.rotadesk.leasing.call;

/** The kinds of calls that bring no new caller. */
public enum LegKind {
    /** The number that is talking right now called once more: the phone system has put it through. */
    SAME_CALLER,
    /** From one of our own phones. */
    INTERNAL,
    /** We call somebody. */
    OUTBOUND
}
