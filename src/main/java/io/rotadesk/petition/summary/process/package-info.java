/** What {@code petition-summary.bpmn} needs from Java: its variables, its starts and its forms' values and effects. */
package io.rotadesk.petition.summary.process;
