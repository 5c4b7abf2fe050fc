/**
 * The petition reception (P1 to P3): tickets, their order, who calls whom. {@link io.rotadesk.petition.reception.Petitions} is where
 * pages and others announce petitioners; what they bring is a {@link io.rotadesk.petition.matter.Matter}.
 */
package io.rotadesk.petition.reception;
