/** Customers, their phones, whose customer they are and until when. The face is {@link io.rotadesk.customer.Customers}. */
package io.rotadesk.customer;
