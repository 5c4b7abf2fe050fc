package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * A customer of a unit.
 *
 * @param name null if it was refused
 * @param agent the login of the agent whose customer it is, or was until validity ended; null if there is none
 * @param lastContactKind the kind of the contact that validity is counted from: the last one, unless an earlier one
 *     reaches further. Null before the first contact, as are {@code lastContactAt} and {@code validUntil}
 * @param validUntil the end of validity: the first instant of the unit's day after the last valid one (L3.2e)
 */
public record Customer(
        long id,
        String unitId,
        String name,
        String agent,
        ContactKind lastContactKind,
        Instant lastContactAt,
        Instant validUntil) {

    /** Whether the agent's claim is valid at this time, as {@code customer-status.dmn} decides it. */
    public boolean isValid(Instant at) {
        return agent != null && validUntil != null && at.isBefore(validUntil);
    }
}
