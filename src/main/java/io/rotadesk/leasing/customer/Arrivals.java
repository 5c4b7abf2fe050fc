package io.rotadesk.leasing.customer;

import java.util.List;

/** A register that fixes, when a contact begins, what is known of the customer then. Each offers a bean. */
public interface Arrivals {

    /** @return the newest first */
    List<Arrival> of(long customerId, int atMost);
}
