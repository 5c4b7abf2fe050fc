/** What {@code daily-duty.bpmn} needs from Java. */
package io.rotadesk.duty.process;
