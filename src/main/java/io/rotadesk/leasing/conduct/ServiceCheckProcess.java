package io.rotadesk.leasing.conduct;

/** What spot checks ask of the process that guides them; implemented by {@code conduct.process}. */
public interface ServiceCheckProcess {

    /** Starts the process of a check, in the caller's transaction. */
    void started(ServiceCheck check);

    /** Forgets what open tasks of a check show of the customer; the tasks stay. */
    void forget(String checkId);
}
