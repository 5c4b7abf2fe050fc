package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.customer.Needs;

/**
 * The agent's entry in the visit register (L3.8). Every text may be null.
 *
 * @param needs the visitor's name, number and needs; blank where the visitor did not say
 */
public record VisitEntry(Needs needs, boolean phoneUnconfirmed, String intent, String objections, String nextStep) {}
