package io.rotadesk.leasing.dispute;

/** Published in the transaction in which the owner of a disputed customer makes a statement. */
public record DisputeStated(Dispute dispute) {}
