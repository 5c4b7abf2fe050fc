/**
 * The Java side of {@code petition-reception.bpmn}: its variables, its start and messages, its steps, its forms'
 * values.
 */
package io.rotadesk.petition.reception.process;
