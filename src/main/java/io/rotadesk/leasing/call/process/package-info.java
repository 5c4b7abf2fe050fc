/** What {@code call-handling.bpmn} needs from Java: its variables, its start and messages, its steps and its forms' values. */
package io.rotadesk.leasing.call.process;
