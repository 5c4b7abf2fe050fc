package io.rotadesk.leasing.visit;

/**
 * Published inside the transaction in which a unit's waiting line changed: somebody joined it, left it, or is here now
 * and can be offered.
 */
public record LineChanged(String unitId) {}
