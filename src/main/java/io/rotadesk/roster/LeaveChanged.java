package io.rotadesk.roster;

/** Published inside the transaction in which an agent's days off changed. */
public record LeaveChanged(String login) {}
