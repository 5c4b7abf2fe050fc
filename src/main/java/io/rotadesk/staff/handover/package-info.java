/** Gives the work of somebody who leaves to colleagues, in one step: {@link io.rotadesk.staff.handover.Handovers}. */
package io.rotadesk.staff.handover;
