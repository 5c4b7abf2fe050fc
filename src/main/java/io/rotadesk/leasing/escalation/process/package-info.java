/** What {@code manager-escalation.bpmn} needs from Java (L3.7). */
package io.rotadesk.leasing.escalation.process;
