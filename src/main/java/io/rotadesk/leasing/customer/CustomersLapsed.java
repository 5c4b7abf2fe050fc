package io.rotadesk.leasing.customer;

import java.util.List;

/** Published in the transaction in which the end of these customers' validity is recorded (L3.2e). */
public record CustomersLapsed(List<Long> customerIds) {}
