package io.rotadesk.petition.matter;

import java.time.Instant;

/**
 * A matter from the visit to its end, once its petitioner came back with it: what it was and what they were told then (P4, P6).
 *
 * @param round from 1
 * @param grade null if that is not known any more; so are satisfied and outcome
 * @param overdueSince null unless it was closed too late
 */
public record MatterRound(
        int round,
        String unitId,
        String responsible,
        Instant begunAt,
        String grade,
        Instant dueAt,
        Instant overdueSince,
        String reply,
        String replyToldHow,
        Instant replyToldAt,
        Boolean satisfied,
        String outcome,
        Instant closedAt,
        String closedBy) {}
