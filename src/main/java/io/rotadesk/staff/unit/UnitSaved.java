package io.rotadesk.staff.unit;

/** Published inside the transaction in which a unit was added or changed. */
public record UnitSaved(Unit unit) {}
