/** The Java side of {@code customer-follow-up.bpmn}. */
package io.rotadesk.leasing.customer.process;
