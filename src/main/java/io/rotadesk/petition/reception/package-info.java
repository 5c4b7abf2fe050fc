/**
 * The petition reception (P1 to P3): tickets, their order, and calling. Pages and other callers announce petitioners to
 * {@link io.rotadesk.petition.reception.Petitions}; the petitioner's concern is a {@link
 * io.rotadesk.petition.matter.Matter}.
 */
package io.rotadesk.petition.reception;
