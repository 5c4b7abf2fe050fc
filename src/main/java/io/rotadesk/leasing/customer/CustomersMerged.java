package io.rotadesk.leasing.customer;

/**
 * Published in the transaction in which two records are merged: every register moves its data from one to the other.
 */
public record CustomersMerged(String unitId, long from, long into) {}
