package io.rotadesk.leasing.visit;

/** Something about a unit's visitors is different now; published within the transaction that changes it. */
public record VisitChanged(String unitId) {}
