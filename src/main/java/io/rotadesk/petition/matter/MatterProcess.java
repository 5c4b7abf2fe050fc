package io.rotadesk.petition.matter;

/** Runs the process of a matter. Every method runs in the caller's transaction. */
public interface MatterProcess {

    /** Another person is responsible: they get the earlier person's open tasks of the matter. */
    void responsibleChanged(Matter matter, String from, String to);

    /** The petitioner came again with it: open tasks show the new data, and get a higher priority. */
    void cameAgain(Matter matter);

    /** Nobody waits any longer for units that were asked to coordinate. */
    void coordinationEnded(Matter matter);

    /** Empties the petitioner's data in open tasks; the tasks stay. */
    void forget(MatterId matterId);
}
