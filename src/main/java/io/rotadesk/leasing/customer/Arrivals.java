package io.rotadesk.leasing.customer;

import java.util.List;

/** A register that records what is known of the customer when a contact begins. Each offers a bean. */
public interface Arrivals {

    /** @return newest first */
    List<Arrival> of(long customerId, int atMost);
}
