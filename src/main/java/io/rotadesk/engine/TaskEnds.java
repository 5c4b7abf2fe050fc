package io.rotadesk.engine;

/** Hears in the transaction of each task of a process that it ends: it is completed, or goes with its process. */
public interface TaskEnds {

    void taskEnds(String taskId);
}
