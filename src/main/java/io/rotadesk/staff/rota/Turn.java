package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.Queue;
import java.time.Instant;

/**
 * A contact that was offered to an agent.
 *
 * @param decision the number under which the ledger keeps it
 * @param login the agent
 */
public record Turn(
        long decision, String unitId, Queue queue, Contact contact, String login, TurnCause cause, Instant at) {}
