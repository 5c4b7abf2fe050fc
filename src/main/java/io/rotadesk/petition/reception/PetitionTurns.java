package io.rotadesk.petition.reception;

import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.staff.line.LineWalk;
import io.rotadesk.staff.line.LineWalk.Outcome;
import io.rotadesk.staff.line.PlaceInLine;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.Rota;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;

/** Offers the petitioners in line, in their order, to staff who are free (P3). */
@Service
class PetitionTurns implements LineWalk.Line<TicketId> {

    private final PetitionLine line;
    private final Tickets tickets;
    private final ReceptionSteps steps;
    private final Rota rota;
    private final PetitionProcess process;
    private final LineWalk<TicketId> walk;

    PetitionTurns(
            PetitionLine line,
            Tickets tickets,
            ReceptionSteps steps,
            Rota rota,
            PetitionProcess process,
            PlatformTransactionManager transactions) {
        this.line = line;
        this.tickets = tickets;
        this.steps = steps;
        this.rota = rota;
        this.process = process;
        this.walk = new LineWalk<>(this, transactions);
    }

    /** Safe to call at any time, from any thread and node. */
    void serve(String unitId) {
        walk.serve(unitId);
    }

    @Override
    public List<TicketId> waiting(String unitId) {
        return line.of(unitId).stream().map(Ticket::id).toList();
    }

    @Override
    public Outcome offer(TicketId ticketId, Set<TicketId> passed) {
        return tickets.holdInLine(ticketId)
                .flatMap(ticket ->
                        steps.offerInLine(ticket, place(ticket, passed).neededElsewhere()))
                .map(staff -> called(tickets.get(ticketId), staff, passed))
                .orElse(Outcome.NOBODY);
    }

    private Outcome called(Ticket ticket, String staff, Set<TicketId> passed) {
        boolean overtakes = !staff.equals(ticket.standing().preferred())
                && place(ticket, passed).overtakes(staff);
        if (overtakes) {
            return Outcome.OVERTAKES;
        }
        process.turnCame(ticket, staff);
        return Outcome.CALLED;
    }

    private PlaceInLine place(Ticket ticket, Set<TicketId> passed) {
        return PlaceInLine.of(
                ticket.contact(),
                contacts(line.before(ticket), passed),
                contacts(line.of(ticket.unitId()), passed),
                rota);
    }

    private static List<Contact> contacts(List<Ticket> waiting, Set<TicketId> passed) {
        return waiting.stream()
                .filter(ticket -> !passed.contains(ticket.id()))
                .map(Ticket::contact)
                .toList();
    }
}
