package io.rotadesk.petition.matter;

/** Published in the transaction in which a petitioner is registered who came again with an open matter (P2). */
public record MatterCameAgain(Matter matter) {}
