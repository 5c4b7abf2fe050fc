package io.rotadesk.petition.reception;

import java.util.NoSuchElementException;

/** There is no such ticket. */
public class UnknownTicketException extends NoSuchElementException {

    UnknownTicketException(String ticketId) {
        super("no ticket '" + ticketId + "'");
    }
}
