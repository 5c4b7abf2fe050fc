/**
 * Customers, their phones, their agents and the validity of the agents' claims. The entry point is {@link
 * io.rotadesk.leasing.customer.Customers}.
 */
package io.rotadesk.leasing.customer;
