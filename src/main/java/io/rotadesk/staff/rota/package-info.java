/**
 * Decides whose turn it is (L2.1, L3.1). {@link io.rotadesk.staff.rota.Rota} is the entry point for a module that needs
 * an agent. The turn ledger keeps every decision, and a day can be replayed from it.
 */
package io.rotadesk.staff.rota;
