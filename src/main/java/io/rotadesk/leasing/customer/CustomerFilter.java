package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * A search for customers of a unit. Text, agent and status may be null, and are then not applied.
 *
 * @param text a number, its beginning or end, or a part of a name
 * @param now the time at which the status is determined
 * @param soon a validity that ends at this time or before ends soon
 */
public record CustomerFilter(
        String unitId, String text, String agent, CustomerStatus status, Instant now, Instant soon) {}
