/**
 * The Java side of {@code visit-reception.bpmn}: its variables, its start and messages, its steps and its forms'
 * values.
 */
package io.rotadesk.leasing.visit.process;
