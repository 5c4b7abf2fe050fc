/** What {@code petition-reception.bpmn} needs from Java: its variables, its start and messages, its steps, its forms' values. */
package io.rotadesk.petition.reception.process;
