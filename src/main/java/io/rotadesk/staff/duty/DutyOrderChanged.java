package io.rotadesk.staff.duty;

/**
 * The order of a queue changed on a day that has begun. Published in the transaction of the change; the rota goes on in the
 * new order in the same transaction.
 *
 * @param order the order from now on
 * @param version the number of the order, counted from the one with which the day began
 */
public record DutyOrderChanged(DutyOrder order, int version) {}
