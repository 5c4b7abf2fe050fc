/** What {@code daily-duty.bpmn} needs from Java. */
package io.rotadesk.staff.duty.morning.process;
