package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * A record that became part of another.
 *
 * @param name as it was; may be null
 * @param agent whose it was; may be null
 * @param mergedBy the login of who decided it
 */
public record MergedRecord(long id, String name, String agent, String mergedBy, Instant mergedAt) {}
