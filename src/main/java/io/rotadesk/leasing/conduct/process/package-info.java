/** What {@code service-check.bpmn} needs from Java: its variables, its start and its forms' values and effects. */
package io.rotadesk.leasing.conduct.process;
