package io.rotadesk.petition.reception;

/** Published in the transaction in which a unit's tickets changed, for screens. */
public record TicketChanged(String unitId) {}
