package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.Needs;

/**
 * The agent's entry in the call register (L2.3, L2.4).
 *
 * @param needs the caller's name, number and needs; blank where the caller did not say
 * @param phoneUnconfirmed whether the number could not be checked: it is kept as it was typed and founds no claim
 * @param phoneRefused whether the caller refused to give a number
 */
public record CallEntry(Needs needs, boolean phoneRefused, boolean phoneUnconfirmed, boolean leftOwnDetails) {}
