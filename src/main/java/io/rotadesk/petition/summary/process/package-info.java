/** The Java side of {@code petition-summary.bpmn}: its variables, its starts and its forms' values and effects. */
package io.rotadesk.petition.summary.process;
