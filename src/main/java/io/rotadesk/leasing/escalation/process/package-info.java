/**
 * What {@code manager-escalation.bpmn} needs from Java (L3.7), and the reminders that any process may use: {@code remind},
 * {@code tellDeputy} and {@code tellManager} after a timer on a user task.
 */
package io.rotadesk.leasing.escalation.process;
