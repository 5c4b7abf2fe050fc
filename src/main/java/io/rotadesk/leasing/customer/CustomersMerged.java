package io.rotadesk.leasing.customer;

/** Published in the transaction in which two records become one: every register moves what it has of one to the other. */
public record CustomersMerged(String unitId, long from, long into) {}
