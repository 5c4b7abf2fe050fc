/** What {@code customer-follow-up.bpmn} needs from Java. */
package io.rotadesk.leasing.customer.process;
