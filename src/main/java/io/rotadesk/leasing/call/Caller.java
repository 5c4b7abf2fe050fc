package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * The caller, by the number.
 *
 * @param raw the number as it was transmitted; null if it is withheld
 * @param phone E.164; null if the number is withheld or invalid
 * @param candidates how many customers the number belongs to; with more than one, none is chosen silently
 * @param customerId null unless it is exactly one
 * @param priorAgent the agent of the customer who called, as it was when the call came in; so are kind and time of
 *     contact
 */
public record Caller(
        @Column("caller_raw") String raw,
        @Column("caller_phone") String phone,
        int candidates,
        Long customerId,
        String priorAgent,
        ContactKind priorContactKind,
        Instant priorContactAt) {

    static Caller of(String raw, String phone) {
        return new Caller(raw, phone, 0, null, null, null, null);
    }

    /** Sets the customer, if the number belongs to exactly one. */
    Caller known(Long customer, String agent, ContactKind kind, Instant at) {
        return new Caller(raw, phone, candidates, customer, agent, kind, at);
    }

    Caller oneOf(int customers) {
        return new Caller(raw, phone, customers, customerId, priorAgent, priorContactKind, priorContactAt);
    }

    Caller isCustomer(Long customer) {
        return new Caller(raw, phone, candidates, customer, priorAgent, priorContactKind, priorContactAt);
    }

    /** The number to call back, as it was transmitted; null if it is withheld. */
    public String number() {
        return phone != null ? phone : raw;
    }
}
