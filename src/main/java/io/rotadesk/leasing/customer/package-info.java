/** Customers, their phones, whose customer they are and until when. The face is {@link io.rotadesk.leasing.customer.Customers}. */
package io.rotadesk.leasing.customer;
