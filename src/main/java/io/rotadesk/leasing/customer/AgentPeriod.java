package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * A period in which a customer was an agent's.
 *
 * @param until null, as is {@code ended}, while it lasts
 * @param mergedFrom the record that the period belonged to before two records were merged; null if it was this one
 */
public record AgentPeriod(
        String agent, Instant since, ClaimReason began, Instant until, ClaimReason ended, Long mergedFrom) {}
