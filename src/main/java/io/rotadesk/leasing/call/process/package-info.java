/**
 * The Java side of {@code call-handling.bpmn}: its variables, its start and messages, its steps and its forms' values.
 */
package io.rotadesk.leasing.call.process;
