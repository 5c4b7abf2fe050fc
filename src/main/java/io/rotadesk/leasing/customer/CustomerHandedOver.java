package io.rotadesk.leasing.customer;

/**
 * Published in the transaction in which a customer goes to another agent by a decision, not by a contact.
 *
 * @param from the login of the agent whose customer it was; null if there was none
 */
public record CustomerHandedOver(String unitId, long customerId, String from, String to) {}
