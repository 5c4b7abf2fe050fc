package io.rotadesk.leasing.escalation;

/** The process that takes a question to the manager and the answer back; implemented by {@code escalation.process}. */
public interface EscalationProcess {

    /** Starts the process of a question that is in the register, in the caller's transaction. */
    void raised(Escalation escalation);

    /**
     * A person answers a question: they send the manager's form, with the rights that they have in the engine.
     *
     * @param toHandbook whether question and answer go into the handbook too
     * @return false if the manager's task is not there, or somebody else has taken it
     * @throws io.rotadesk.engine.RefusedException if the person, or the form, does not allow it
     */
    boolean answer(Escalation escalation, String answer, boolean toHandbook, String by);

    /** Empties the texts of a question in open tasks; the tasks stay. */
    void forget(String escalationId);
}
