package io.rotadesk.petition.reception;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.TicketId;
import java.util.Optional;

/**
 * Runs the reception of a ticket; implemented by {@code petition.process}. Everything runs in the caller's transaction.
 * If the model fails, it throws a {@link io.rotadesk.engine.ModelFailedException}.
 */
public interface PetitionProcess {

    /** Starts the process of a ticket that is registered. */
    void announced(Ticket ticket, String destination);

    /** The appointment was moved to another time. */
    void moved(Ticket ticket);

    /** The appointment was cancelled. */
    void cancelled(Ticket ticket);

    /** Somebody is free for the petitioner in line. */
    void turnCame(Ticket ticket, String staff);

    /** The petitioner who did not come when called is here, and is in line again. */
    void back(Ticket ticket);

    /**
     * The petitioner has left without having been received.
     *
     * @return false if the process cannot hear it at this step: one of an earlier version waits for the next call only
     */
    boolean left(Ticket ticket);

    /**
     * Gives a ticket that went on without the model, or its matter, to somebody again.
     *
     * @param matter the matter as it is now
     */
    void resume(Ticket ticket, Matter matter);

    /** The id of the person's own task about the ticket; empty if they have none. */
    Optional<String> task(Ticket ticket, String login);

    /** Removes the instance of a ticket that cannot go on, if there is one. */
    void remove(Ticket ticket);

    /** Empties the petitioner's data in open tasks; the tasks stay. */
    void forget(TicketId ticketId);
}
