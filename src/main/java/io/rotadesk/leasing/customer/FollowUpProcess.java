package io.rotadesk.leasing.customer;

/** Runs {@code customer-follow-up.bpmn}. Every method belongs to the caller's transaction. */
public interface FollowUpProcess {

    void start(FollowUp followUp);

    /** Ends it: the customer was in contact. */
    void contacted(long followUpId);

    /** The open task is somebody else's from now on. */
    void givenTo(long followUpId, String agent);

    /** Takes it away: there is nobody to follow up any more. */
    void cancel(long followUpId);
}
