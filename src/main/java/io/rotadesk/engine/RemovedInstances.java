package io.rotadesk.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Deals with the entry that a process guided when somebody removes the instance: in Cockpit, over REST, or with its
 * deployment. Each module has one such bean for each of its processes.
 */
public interface RemovedInstances {

    /** The id of the process in its model. */
    String process();

    /**
     * Called in the transaction of the removal, but not at a normal end nor for {@link InstanceRemoval our own
     * removals}. The entry may be gone already.
     *
     * @param instance the removed instance; its variables can still be read, but any of them may be missing
     */
    void removed(DelegateExecution instance);
}
