package io.rotadesk.leasing.customer;

/** How a customer was last in touch; validity is reckoned from it (L3.2e). */
public enum ContactKind {
    CALL,
    VISIT
}
