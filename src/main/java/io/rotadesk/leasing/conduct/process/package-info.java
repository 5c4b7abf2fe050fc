/** The Java side of {@code service-check.bpmn}: its variables, its start and its forms' values and effects. */
package io.rotadesk.leasing.conduct.process;
