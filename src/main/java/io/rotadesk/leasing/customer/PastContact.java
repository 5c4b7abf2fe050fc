package io.rotadesk.leasing.customer;

import java.time.Instant;

/**
 * A call or a visit of a customer, as the customer's page shows it.
 *
 * @param id the id in its register, as that register's pages take it
 * @param agent the login of the agent who talked with the customer; null if there was none
 * @param state a state of that register, such as {@code REGISTERED}
 * @param note the notes about the conversation; may be null
 * @param calledBack null if nobody called the customer back
 */
public record PastContact(
        ContactKind kind, String id, Instant at, String agent, String state, String note, CalledBack calledBack) {

    /**
     * How somebody tried to call the customer back, after a missed call or one that a colleague covered (L2.1, L2.2e).
     *
     * @param outcome of the last try: {@code reached} or {@code notReached}
     * @param tries at least one
     * @param at the time of the last try
     * @param by the login of the person who tried last; null if it is not known
     */
    public record CalledBack(String outcome, int tries, Instant at, String by) {}
}
