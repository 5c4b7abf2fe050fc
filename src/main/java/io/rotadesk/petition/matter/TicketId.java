package io.rotadesk.petition.matter;

import io.rotadesk.platform.register.TextId;
import io.rotadesk.staff.rota.Contact;
import java.util.NoSuchElementException;

/**
 * The id of a ticket, with which a matter begins.
 *
 * @param value given by whoever registers the petitioner, or one of ours
 */
public record TicketId(String value) implements TextId {

    /** @throws NoSuchElementException if there is no value, as for an id that no ticket has */
    public TicketId {
        if (value == null) {
            throw new NoSuchElementException("No id of a ticket is given");
        }
    }

    /** The ticket as the rota knows it: a group is one contact and one turn. */
    public Contact contact() {
        return Contact.ticket(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
