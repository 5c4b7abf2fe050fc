package io.rotadesk.leasing.customer;

/**
 * Published in the transaction in which a customer becomes somebody else's by decision, not by a contact.
 *
 * @param from the login of whose customer it was; null for nobody's
 */
public record CustomerHandedOver(String unitId, long customerId, String from, String to) {}
