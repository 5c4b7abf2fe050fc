/** What the part of {@code petition-reception.bpmn} that handles a matter needs from Java: steps, messages, forms' values. */
package io.rotadesk.petition.matter.process;
