package io.rotadesk.petition.matter;

/**
 * Published in the transaction in which a registered matter turned out to be a repeat visit: its data now belongs to
 * the earlier one (P2).
 */
public record MatterJoined(MatterId matterId, MatterId into) {}
