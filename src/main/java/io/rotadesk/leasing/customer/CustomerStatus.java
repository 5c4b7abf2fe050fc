package io.rotadesk.leasing.customer;

/** How it stands with a customer at a time. */
public enum CustomerStatus {
    /** With an agent, within validity. */
    ACTIVE,
    /** The same, and validity ends soon. */
    SOON,
    /** With an agent until validity ended. */
    LAPSED,
    /** Nobody's: without a name or a number nobody has a claim. */
    NOBODYS
}
