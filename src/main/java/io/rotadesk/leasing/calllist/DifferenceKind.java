package io.rotadesk.leasing.calllist;

/** In what a phone system's list of calls and the register differ. */
public enum DifferenceKind {
    /** The register does not have the call. */
    NEVER_ARRIVED,
    /** Another phone was picked up than that of the person whom the register names. */
    ANSWERED_ELSEWHERE,
    /** Somebody picked up, and the register has it as missed. */
    ANSWERED_NOT_HERE,
    /** Nobody picked up, and the register has it as answered. */
    NOT_ANSWERED_THERE,
    /** A phone rang longer than the unit's rings before the next one did (L2.1). */
    RANG_TOO_LONG,
    /** The register has the call, and the list of that time does not. */
    NOT_LISTED
}
