package io.rotadesk.leasing.customer;

import java.util.List;

/** A register that knows contacts with customers. Each offers a bean, and the customer's page and follow-ups show it. */
public interface ContactHistory {

    /**
     * @param seenBy the login of an agent who sees only what the register's own pages show them; null for all
     * @return newest first
     */
    List<PastContact> of(long customerId, String seenBy, int atMost);

    /** Whether one of the customer's entries has this number, in E.164. */
    boolean knowsNumber(long customerId, String phone);
}
