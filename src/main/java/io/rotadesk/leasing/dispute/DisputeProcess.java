package io.rotadesk.leasing.dispute;

/** Runs {@code ownership-dispute.bpmn}. Every method runs in the caller's transaction. */
public interface DisputeProcess {

    /** Starts the process of a dispute that is in the register. */
    void claimed(Dispute dispute);

    /** Asks the customer's new agent for the statement. */
    void ownerChanged(Dispute dispute);

    /** Ends the dispute without a decision; both parties are told. */
    void overtaken(Dispute dispute);

    /** Removes the instance; nobody is told. */
    void cancel(Dispute dispute);

    /** Empties the values that open tasks show; the tasks stay. */
    void forget(Dispute dispute);
}
