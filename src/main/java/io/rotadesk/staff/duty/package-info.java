/**
 * Duty and presence: who is on duty on which day, in which order, and who is away. See {@link
 * io.rotadesk.staff.duty.DutyDays} and {@link io.rotadesk.staff.duty.Presence} (L1.1 to L1.3).
 */
package io.rotadesk.staff.duty;
