package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * A customer of a unit.
 *
 * @param name null when it was refused
 * @param agent the login of the agent whose customer it is, or was until validity ended; null for nobody's
 * @param lastContactKind of the contact that validity runs from: the last one, unless an earlier one reaches further. Null
 *     before the first contact, as are {@code lastContactAt} and {@code validUntil}
 * @param validUntil when validity ends: the first instant of the unit's day after the last valid one (L3.2e)
 */
public record Customer(
        long id,
        String unitId,
        String name,
        String agent,
        ContactKind lastContactKind,
        Instant lastContactAt,
        Instant validUntil) {

    /** Whether it is the agent's at this time; {@code customer-status.dmn} says the same. */
    public boolean isValid(Instant at) {
        return agent != null && validUntil != null && at.isBefore(validUntil);
    }
}
