package io.rotadesk.leasing.customer;

/** The kind of a customer's last contact; validity is counted from it (L3.2e). */
public enum ContactKind {
    CALL,
    VISIT
}
