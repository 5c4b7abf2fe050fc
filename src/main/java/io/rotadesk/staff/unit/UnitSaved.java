package io.rotadesk.staff.unit;

/**
 * Published inside the transaction in which a unit was added or changed.
 *
 * @param before the unit as it was; null for a new one
 */
public record UnitSaved(Unit unit, Unit before) {}
