package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.TurnReason;

/**
 * An agent whose turn it would have been.
 *
 * @param login the agent
 */
public record PassedOver(String login, TurnReason reason) {}
