package io.rotadesk.petition.reception;

import io.rotadesk.petition.matter.TicketId;
import java.util.NoSuchElementException;

/** There is no such ticket. */
public class UnknownTicketException extends NoSuchElementException {

    UnknownTicketException(TicketId ticketId) {
        super("no ticket '" + ticketId + "'");
    }
}
