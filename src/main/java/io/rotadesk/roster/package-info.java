/**
 * Who works where, who is on duty today, and whose turn it is (L1.1 to L1.3, L2.1, L3.1).
 *
 * <p>{@link io.rotadesk.roster.Rota} is the way in for whoever needs an agent; {@link io.rotadesk.roster.Units},
 * {@link io.rotadesk.roster.Roster}, {@link io.rotadesk.roster.DutyDays} and {@link io.rotadesk.roster.Presence} are
 * for those who look after the department.
 */
package io.rotadesk.roster;
