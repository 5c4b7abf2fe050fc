package io.rotadesk.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * What becomes of what a process guided when somebody takes an instance away: from Cockpit, over REST, with its deployment.
 * Each module has one such bean for each of its processes.
 */
public interface RemovedInstances {

    /** The id of the process in its model. */
    String process();

    /**
     * Called in the transaction of the removal, not at a normal end and not for {@link InstanceRemoval our own removals}.
     * What it guided may be gone already.
     *
     * @param instance its variables can still be read; any of them may be missing
     */
    void removed(DelegateExecution instance);
}
