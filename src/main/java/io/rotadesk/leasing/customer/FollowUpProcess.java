package io.rotadesk.leasing.customer;

/** Runs {@code customer-follow-up.bpmn}. Every method runs in the caller's transaction. */
public interface FollowUpProcess {

    void start(FollowUp followUp);

    /** Ends the instance, since the customer was in contact. */
    void contacted(long followUpId);

    /** Gives the open task to another agent. */
    void givenTo(long followUpId, String agent);

    /** Removes the instance, since there is nobody to follow up any more. */
    void cancel(long followUpId);
}
