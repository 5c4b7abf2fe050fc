/**
 * Whose turn it is (L2.1, L3.1). {@link io.rotadesk.staff.rota.Rota} is the way in for a module that needs an agent; the turn
 * ledger keeps every decision, and a day can be replayed from it.
 */
package io.rotadesk.staff.rota;
