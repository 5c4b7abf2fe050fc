/**
 * What {@code matter-handling.bpmn}, {@code matter-transfer.bpmn} and {@code scene-response.bpmn} need from Java: variables,
 * steps, messages, forms' values. Knows no ticket.
 */
package io.rotadesk.petition.matter.process;
