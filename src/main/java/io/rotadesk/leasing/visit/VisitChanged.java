package io.rotadesk.leasing.visit;

/** Published inside a transaction that changes something about a unit's visitors. */
public record VisitChanged(String unitId) {}
