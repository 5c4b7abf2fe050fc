package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * A record that was merged into another.
 *
 * @param name its name; may be null
 * @param agent its agent; may be null
 * @param mergedBy the login of the person who merged it
 */
public record MergedRecord(long id, String name, String agent, String mergedBy, Instant mergedAt) {}
