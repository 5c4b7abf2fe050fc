package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.customer.ContactKind;
import java.time.Instant;

/**
 * The visitor, by the number, as known on arrival.
 *
 * @param candidates how many customers the number belongs to; with more than one, none is chosen silently
 * @param customerId null unless it is exactly one
 * @param priorAgent the agent of the customer who came, with kind and time of the last contact
 * @param receivedTodayBy the agent who has received the same visitor earlier that day (L3.1)
 */
public record Known(
        int candidates,
        Long customerId,
        String priorAgent,
        ContactKind priorContactKind,
        Instant priorContactAt,
        String receivedTodayBy) {

    static final Known NOTHING = new Known(0, null, null, null, null, null);

    Known ofVisit(String agent, Instant at) {
        return new Known(candidates, customerId, agent, ContactKind.VISIT, at, receivedTodayBy);
    }

    Known isCustomer(Long customer) {
        return new Known(candidates, customer, priorAgent, priorContactKind, priorContactAt, receivedTodayBy);
    }

    Known notReceivedToday() {
        return new Known(candidates, customerId, priorAgent, priorContactKind, priorContactAt, null);
    }
}
