package io.rotadesk.leasing.customer;

/** The status of a customer at a time. */
public enum CustomerStatus {
    /** With an agent, within validity. */
    ACTIVE,
    /** With an agent, and validity ends soon. */
    SOON,
    /** With an agent until validity ended. */
    LAPSED,
    /** Without an agent: an entry without a name or a number founds no claim. */
    NOBODYS
}
