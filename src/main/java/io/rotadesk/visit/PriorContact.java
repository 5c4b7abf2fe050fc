package io.rotadesk.visit;

import io.rotadesk.customer.ContactKind;
import java.time.Instant;

/**
 * The earlier agent of a visitor (L3.2c).
 *
 * @param knownBy {@link #BY_PHONE} or {@link #AS_SAID}
 * @param kind null, as is {@code at}, when only the visitor says so
 */
public record PriorContact(String agent, String knownBy, ContactKind kind, Instant at) {

    /** The number belongs to a customer of theirs. */
    public static final String BY_PHONE = "phone";

    /** The visitor named them, and it was confirmed. */
    public static final String AS_SAID = "said";
}
