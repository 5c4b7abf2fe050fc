package io.rotadesk.roster;

/**
 * Somebody whose turn it would have been.
 *
 * @param login the agent
 */
public record PassedOver(String login, TurnReason reason) {}
