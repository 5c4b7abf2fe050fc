package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * How long a customer was an agent's.
 *
 * @param until null, as is {@code ended}, while it is
 * @param mergedFrom the record that it belonged to before two records were made one; null for this one
 */
public record AgentPeriod(
        String agent, Instant since, ClaimReason began, Instant until, ClaimReason ended, Long mergedFrom) {}
