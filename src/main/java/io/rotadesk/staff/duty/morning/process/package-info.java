/** The Java side of {@code daily-duty.bpmn}. */
package io.rotadesk.staff.duty.morning.process;
