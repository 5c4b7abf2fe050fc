package io.rotadesk.customer;

import java.time.Instant;

/**
 * A customer of a unit.
 *
 * @param name null when it was refused
 * @param agent the login of the agent whose customer it is; null for nobody's
 * @param lastContactKind null before the first contact, as is {@code lastContactAt}
 */
public record Customer(
        long id, String unitId, String name, String agent, ContactKind lastContactKind, Instant lastContactAt) {}
