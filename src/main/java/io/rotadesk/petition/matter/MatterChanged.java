package io.rotadesk.petition.matter;

/** Published in the transaction in which a matter changed, for screens. */
public record MatterChanged(MatterId matterId, String unitId) {}
