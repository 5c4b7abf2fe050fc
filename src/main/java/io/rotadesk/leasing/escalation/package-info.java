/**
 * Questions that an agent cannot answer go to the manager while the call or the reception goes on, and the answer comes
 * back for the customer (L3.7). {@link io.rotadesk.leasing.escalation.Escalations} is the entry point; the process of a
 * question is started through {@link io.rotadesk.leasing.escalation.EscalationProcess}.
 */
package io.rotadesk.leasing.escalation;
