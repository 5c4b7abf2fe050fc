package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * A call or a visit of a customer, as their page shows it.
 *
 * @param id in the register that it is from, as its pages take it
 * @param agent the login of who talked with the customer; null for nobody
 * @param state a word of that register, such as {@code REGISTERED}
 * @param note what was said and written down; may be null
 */
public record PastContact(ContactKind kind, String id, Instant at, String agent, String state, String note) {}
