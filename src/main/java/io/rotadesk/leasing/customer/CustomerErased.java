package io.rotadesk.leasing.customer;

import java.util.List;

/**
 * Published in the transaction in which a customer is erased: every module deletes its data about the person.
 *
 * @param phones E.164, only numbers that belonged to nobody else
 */
public record CustomerErased(String unitId, long customerId, List<String> phones) {}
