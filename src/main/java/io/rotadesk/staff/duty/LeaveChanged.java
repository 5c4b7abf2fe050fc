package io.rotadesk.staff.duty;

/** Published inside the transaction in which an agent's days off changed. */
public record LeaveChanged(String login) {}
