package io.rotadesk.petition;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives those in line to whoever is free now, in their order, each in a transaction of its own: a turn that the process can
 * no longer use, because the petitioner was faster, is as if it had never been taken.
 */
@Service
class PetitionTurns {

    private static final Logger log = LoggerFactory.getLogger(PetitionTurns.class);
    private static final int ATTEMPTS = 3;
    private static final int ROUNDS = 10;

    private enum Outcome {
        DONE,
        /** Somebody became free meanwhile who has to be offered to one before. */
        OVERTAKES,
        FAILED
    }

    private final PetitionLine line;
    private final Tickets tickets;
    private final ReceptionSteps steps;
    private final SecondRound secondRound;
    private final PetitionProcess process;
    private final TransactionTemplate transaction;

    PetitionTurns(
            PetitionLine line,
            Tickets tickets,
            ReceptionSteps steps,
            SecondRound secondRound,
            PetitionProcess process,
            PlatformTransactionManager transactions) {
        this.line = line;
        this.tickets = tickets;
        this.steps = steps;
        this.secondRound = secondRound;
        this.process = process;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Safe to call at any time, from any thread and node. */
    void serve(String unitId) {
        Set<String> failed = new HashSet<>();
        boolean inOrder = false;
        for (int round = 0; round < ROUNDS && !inOrder; round++) {
            inOrder = serveInOrder(unitId, failed);
        }
    }

    /** @return false if somebody would have been called before one whose turn it is: begin again with the first */
    private boolean serveInOrder(String unitId, Set<String> failed) {
        for (Ticket ticket : line.of(unitId)) {
            Outcome outcome = failed.contains(ticket.id()) ? Outcome.FAILED : serve(ticket.id(), failed, 1);
            if (outcome == Outcome.OVERTAKES) {
                return false;
            } else if (outcome == Outcome.FAILED) {
                // Something is wrong with this one; the others do not wait for that.
                failed.add(ticket.id());
            }
        }
        return true;
    }

    private Outcome serve(String ticketId, Set<String> failed, int attempt) {
        try {
            return transaction.execute(status -> tickets.lockInLine(ticketId)
                    .flatMap(steps::offerInLine)
                    .map(staff -> called(ticketId, staff, failed, status))
                    .orElse(Outcome.DONE));
        } catch (RuntimeException e) {
            log.info("Ticket {} in line changed meanwhile: {}", ticketId, e.toString());
            return attempt < ATTEMPTS ? serve(ticketId, failed, attempt + 1) : Outcome.FAILED;
        }
    }

    private Outcome called(String ticketId, String staff, Set<String> failed, TransactionStatus status) {
        Ticket ticket = tickets.get(ticketId);
        boolean overtakes = !staff.equals(ticket.preferred())
                && line.before(ticket).stream()
                        .anyMatch(other -> !failed.contains(other.id()) && !secondRound.hasMissed(other, staff));
        if (overtakes) {
            status.setRollbackOnly();
            return Outcome.OVERTAKES;
        }
        process.turnCame(ticket, staff);
        return Outcome.DONE;
    }
}
