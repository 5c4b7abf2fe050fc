package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * The earlier agent of a caller or visitor (L2.2b, L3.2c).
 *
 * @param knownBy {@link #BY_PHONE} or {@link #AS_SAID}
 * @param kind the kind of the last contact; null, as is {@code at}, if only the customer says so
 */
public record PriorContact(String agent, String knownBy, ContactKind kind, Instant at) {

    /** The number belongs to a customer of theirs. */
    public static final String BY_PHONE = "phone";

    /** The customer named them; for a visitor this was confirmed. */
    public static final String AS_SAID = "said";
}
