package io.rotadesk.leasing.customer;

/** The reason why a customer became an agent's, or ceased to be. */
public enum ClaimReason {
    /** Began before this history was kept. */
    EARLIER,
    FIRST_CALL,
    FIRST_VISIT,
    /** Validity had ended, and an agent, perhaps the same one, had the next contact (L3.2e). */
    LAPSED_CLAIM,
    /** Validity ended; used only for the end of a period. */
    LAPSED,
    HANDED_OVER,
    MERGED,
    DISPUTE;

    static ClaimReason first(ContactKind kind) {
        return kind == ContactKind.VISIT ? FIRST_VISIT : FIRST_CALL;
    }
}
