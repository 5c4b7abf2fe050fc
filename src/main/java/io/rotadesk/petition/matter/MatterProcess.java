package io.rotadesk.petition.matter;

/** Runs the petition process of a matter. Every method belongs to the caller's transaction. */
public interface MatterProcess {

    /** Another person is responsible: open tasks that the matter gives to the earlier one are theirs. */
    void responsibleChanged(Matter matter, String from, String to);

    /** The petitioner came again with it: open tasks show what they brought, and rise. */
    void cameAgain(Matter matter);

    /** Nobody waits any longer for units that were asked to coordinate. */
    void coordinationEnded(Matter matter);

    /** Forgets what open tasks show of the petitioner; the tasks stay. */
    void forget(String matterId);
}
