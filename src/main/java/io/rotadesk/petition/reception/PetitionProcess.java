package io.rotadesk.petition.reception;

import io.rotadesk.petition.matter.Matter;

/**
 * Runs the reception of a ticket; implemented by {@code petition.process}. All of it belongs to the caller's transaction. Where
 * the model cannot, a {@link io.rotadesk.engine.ModelFailedException} says so.
 */
public interface PetitionProcess {

    /** Starts the process of a ticket that is registered. */
    void announced(Ticket ticket, String destination);

    /** The appointment has another time. */
    void moved(Ticket ticket);

    /** The petitioner will not come. */
    void cancelled(Ticket ticket);

    /** Somebody is free for the one who waits in line. */
    void turnCame(Ticket ticket, String staff);

    /** The petitioner has left without having been received. */
    void left(Ticket ticket);

    /**
     * Puts a ticket that went on without the model, or its matter, before somebody again.
     *
     * @param matter as it is now
     */
    void resume(Ticket ticket, Matter matter);

    /** Takes the instance of a ticket away that cannot go on, if there is one. */
    void remove(Ticket ticket);

    /** Forgets what open tasks show of the petitioner; the tasks stay. */
    void forget(String ticketId);
}
