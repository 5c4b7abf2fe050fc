package io.rotadesk.engine;

/** A periodic check that finds and repairs what was missed when it happened. */
public interface Mending {

    /**
     * Checks and repairs, each entry in a transaction of its own. Safe to call at any time, from any thread and node;
     * cheap if there is nothing to do.
     */
    void mend();
}
