package io.rotadesk.petition;

/** Runs the reception of a ticket; implemented by {@code petition.process}. All of it belongs to the caller's transaction. */
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

    /** Forgets what open tasks show of the petitioner; the tasks stay. */
    void forget(String ticketId);
}
