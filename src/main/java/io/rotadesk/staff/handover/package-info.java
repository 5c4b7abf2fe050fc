/** What somebody who leaves has to their name goes to colleagues, in one step: {@link io.rotadesk.staff.handover.Handovers}. */
package io.rotadesk.staff.handover;
