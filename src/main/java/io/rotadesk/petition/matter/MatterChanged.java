package io.rotadesk.petition.matter;

/**
 * Published in the transaction in which a matter changed, for screens.
 *
 * @param unitId the unit that has it; told once more for the unit from which it went
 */
public record MatterChanged(MatterId matterId, String unitId) {}
