package io.rotadesk.leasing.conduct;

/** The process of spot checks; implemented by {@code conduct.process}. */
public interface ServiceCheckProcess {

    /** Starts the process of a check, in the caller's transaction. */
    void started(ServiceCheck check);

    /** Empties the customer's data in open tasks of a check; the tasks stay. */
    void forget(String checkId);
}
