package io.rotadesk.petition.matter;

/** Published in the transaction in which a matter stopped waiting for the units that were asked to coordinate (P6). */
public record CoordinationEnded(MatterId matterId) {}
