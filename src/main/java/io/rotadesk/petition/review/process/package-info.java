/** The Java side of {@code matter-review.bpmn}: its variables, its start and its forms' values and effects. */
package io.rotadesk.petition.review.process;
