/** What {@code ownership-dispute.bpmn} needs from Java. */
package io.rotadesk.leasing.dispute.process;
