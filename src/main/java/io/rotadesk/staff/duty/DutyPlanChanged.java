package io.rotadesk.staff.duty;

/** Published inside the transaction in which a unit's duty days, their roles or their orders may have changed. */
public record DutyPlanChanged(String unitId) {}
