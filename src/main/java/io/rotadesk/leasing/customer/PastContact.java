package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * A call or a visit of a customer, as the customer's page shows it.
 *
 * @param id the id in its register, as that register's pages take it
 * @param agent the login of the agent who talked with the customer; null if there was none
 * @param state a state of that register, such as {@code REGISTERED}
 * @param note the notes about the conversation; may be null
 */
public record PastContact(ContactKind kind, String id, Instant at, String agent, String state, String note) {}
