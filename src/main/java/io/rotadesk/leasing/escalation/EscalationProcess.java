package io.rotadesk.leasing.escalation;

/** What carries a question to the manager and the answer back; implemented by {@code escalation.process}. */
public interface EscalationProcess {

    /** Starts the process of a question that is in the register, in the caller's transaction. */
    void raised(Escalation escalation);

    /** Forgets what open tasks show of a question; the tasks stay. */
    void forget(String escalationId);
}
