package io.rotadesk.call;

import io.rotadesk.customer.ContactKind;
import java.time.Instant;

/**
 * The earlier agent of a caller.
 *
 * @param knownBy {@link #BY_PHONE} or {@link #AS_SAID}
 * @param kind null, as is {@code at}, when only the caller says so
 */
public record PriorContact(String agent, String knownBy, ContactKind kind, Instant at) {

    /** The number belongs to a customer of theirs. */
    public static final String BY_PHONE = "phone";

    /** The caller named them. */
    public static final String AS_SAID = "said";
}
