package io.rotadesk.petition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives those in line to whoever is free now, in their order, each in a transaction of its own: a turn that the process can
 * no longer use, because the petitioner was faster, is as if it had never been taken.
 */
@Service
class PetitionTurns {

    private static final Logger log = LoggerFactory.getLogger(PetitionTurns.class);
    private static final int ATTEMPTS = 3;

    private final PetitionLine line;
    private final Tickets tickets;
    private final ReceptionSteps steps;
    private final PetitionProcess process;
    private final TransactionTemplate transaction;

    PetitionTurns(
            PetitionLine line,
            Tickets tickets,
            ReceptionSteps steps,
            PetitionProcess process,
            PlatformTransactionManager transactions) {
        this.line = line;
        this.tickets = tickets;
        this.steps = steps;
        this.process = process;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Safe to call at any time, from any thread and node. */
    void serve(String unitId) {
        line.of(unitId).forEach(ticket -> serve(ticket.id(), 1));
    }

    private void serve(String ticketId, int attempt) {
        try {
            transaction.executeWithoutResult(status -> tickets.lockInLine(ticketId)
                    .ifPresent(ticket -> steps.offerInLine(ticket)
                            .ifPresent(staff -> process.turnCame(tickets.get(ticketId), staff))));
        } catch (RuntimeException e) {
            log.info("Ticket {} in line changed meanwhile: {}", ticketId, e.toString());
            if (attempt < ATTEMPTS) {
                serve(ticketId, attempt + 1);
            }
        }
    }
}
