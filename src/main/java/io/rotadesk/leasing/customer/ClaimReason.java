package io.rotadesk.leasing.customer;

/** Why a customer became an agent's, or was no longer. */
public enum ClaimReason {
    /** Before this history was kept. */
    EARLIER,
    FIRST_CALL,
    FIRST_VISIT,
    /** Validity had ended, and somebody, perhaps the same agent, had the next contact (L3.2e). */
    LAPSED_CLAIM,
    /** Validity ended; never the reason for a beginning. */
    LAPSED,
    HANDED_OVER,
    MERGED,
    DISPUTE;

    static ClaimReason first(ContactKind kind) {
        return kind == ContactKind.VISIT ? FIRST_VISIT : FIRST_CALL;
    }
}
