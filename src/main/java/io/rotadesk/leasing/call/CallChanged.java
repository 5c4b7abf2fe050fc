package io.rotadesk.leasing.call;

/** Published inside a transaction that changes something about a unit's calls. */
public record CallChanged(String unitId) {}
