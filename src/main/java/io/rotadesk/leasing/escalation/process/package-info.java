/** The Java side of {@code manager-escalation.bpmn} (L3.7). */
package io.rotadesk.leasing.escalation.process;
