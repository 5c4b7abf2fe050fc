package io.rotadesk.leasing.escalation;

/** The process that takes a question to the manager and the answer back; implemented by {@code escalation.process}. */
public interface EscalationProcess {

    /** Starts the process of a question that is in the register, in the caller's transaction. */
    void raised(Escalation escalation);

    /** Empties the texts of a question in open tasks; the tasks stay. */
    void forget(String escalationId);
}
