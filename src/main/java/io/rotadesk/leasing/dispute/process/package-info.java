/** The Java side of {@code ownership-dispute.bpmn}. */
package io.rotadesk.leasing.dispute.process;
