package io.rotadesk.leasing.dispute;

/** Runs {@code ownership-dispute.bpmn}. Every method belongs to the caller's transaction. */
public interface DisputeProcess {

    /** Starts the process of a dispute that is in the register. */
    void claimed(Dispute dispute);

    /** The manager's open task shows the statement. */
    void stated(Dispute dispute);

    /** Somebody else has to speak for their customer from now on. */
    void ownerChanged(Dispute dispute);

    /** It is over without a decision; both are told. */
    void overtaken(Dispute dispute);

    /** Takes it away: nobody is told. */
    void cancel(Dispute dispute);

    /** Forgets what open tasks show; the tasks stay. */
    void forget(Dispute dispute);
}
