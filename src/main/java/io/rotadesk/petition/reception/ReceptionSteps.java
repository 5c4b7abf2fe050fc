package io.rotadesk.petition.reception;

import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.rota.Turn;
import io.rotadesk.staff.rota.TurnCause;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a ticket until somebody listens (P3): each method is one step of the process, in its transaction. */
@Service
@Transactional
public class ReceptionSteps {

    /** How far a ticket can be when it turns out to be a large-scale event. */
    private static final Set<TicketState> UNTIL_ALERTED =
            EnumSet.of(TicketState.ARRIVED, TicketState.EXPECTED, TicketState.RECEIVED);

    private final Tickets tickets;
    private final PetitionLine line;
    private final SecondRound secondRound;
    private final Rota rota;
    private final Agents agents;
    private final MatterReceptions matters;
    private final PetitionSettingsStore settings;
    private final Clock clock;

    ReceptionSteps(
            Tickets tickets,
            PetitionLine line,
            SecondRound secondRound,
            Rota rota,
            Agents agents,
            MatterReceptions matters,
            PetitionSettingsStore settings,
            Clock clock) {
        this.tickets = tickets;
        this.line = line;
        this.secondRound = secondRound;
        this.rota = rota;
        this.agents = agents;
        this.matters = matters;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Gives the ticket to who is responsible for the earlier matter, if they are free, which takes no turn; else to whoever
     * of the reception has the turn. Who comes while others wait is served after them.
     *
     * @return the login of who is to call; empty when the petitioner waits in line from now on
     */
    public Optional<String> offer(String ticketId) {
        Ticket ticket = tickets.get(ticketId);
        Optional<String> staff = earlierResponsible(ticket);
        if (staff.isEmpty() && !line.othersWait(ticket)) {
            staff = inTurn(ticket);
        }
        staff.ifPresentOrElse(login -> toBeCalled(ticket, login), () -> waits(ticket));
        return staff;
    }

    /** The next in line is offered to whoever is free for them, if anybody is; nothing is written down otherwise. */
    Optional<String> offerInLine(Ticket ticket) {
        Optional<String> staff = earlierResponsible(ticket);
        if (staff.isEmpty()) {
            staff = rota.someoneFree(ticket.unitId(), Queue.PETITION, ticket.contact())
                    ? inTurn(ticket)
                    : secondRound.staff(ticket);
        }
        staff.ifPresent(login -> toBeCalled(ticket, login));
        return staff;
    }

    /** The leader gives somebody in line to one of the staff, who may be busy or off duty. */
    void assigned(Ticket ticket, String staff) {
        if (rota.offerTo(ticket.unitId(), Queue.PETITION, ticket.contact(), staff, TurnCause.ASSIGNED)
                .isEmpty()) {
            rota.engaged(ticket.contact(), staff);
        }
        toBeCalled(ticket, staff);
    }

    private Optional<String> earlierResponsible(Ticket ticket) {
        return Optional.ofNullable(ticket.standing().preferred())
                .filter(login -> agents.find(login)
                        .filter(agent -> agent.unitId().equals(ticket.unitId()))
                        .isPresent())
                .filter(login -> rota.isFree(login) && !secondRound.hasMissed(ticket, login))
                .flatMap(login ->
                        rota.offerTo(ticket.unitId(), Queue.PETITION, ticket.contact(), login, TurnCause.OWN_CUSTOMER))
                .map(Turn::login);
    }

    private Optional<String> inTurn(Ticket ticket) {
        return rota.offer(ticket.unitId(), Queue.PETITION, ticket.contact())
                .turn()
                .map(Turn::login);
    }

    private void toBeCalled(Ticket ticket, String staff) {
        Instant until = clock.instant().plus(settings(ticket).callTime());
        tickets.save(ticket, ticket.toBeCalledBy(staff, until));
    }

    private void waits(Ticket ticket) {
        tickets.save(ticket, ticket.waits(clock.instant()));
    }

    /** The staff did not call in time: that costs the turn, and the ticket keeps its place. */
    public void callMissed(String ticketId, String staff) {
        Ticket ticket = tickets.get(ticketId);
        Ticket missed = ticket.notCalled();
        rota.missed(ticket.contact(), staff, TurnReason.NOT_IN_TIME);
        // Who was given the ticket by the leader has it already, and is free again.
        rota.finished(ticket.contact(), staff);
        tickets.save(ticket, missed);
    }

    /** Somebody has called the number and the petitioner is with them. */
    public void came(String ticketId, String staff) {
        Ticket ticket = tickets.get(ticketId);
        Ticket received = ticket.cameTo(staff, clock.instant());
        rota.engaged(ticket.contact(), staff);
        tickets.save(ticket, received);
    }

    /**
     * The number was called and nobody came: the staff is free again. The ticket counts anew from the next call, behind
     * those who were here.
     *
     * @param staff who called
     * @return how often it has been called in vain
     */
    public int notThere(String ticketId, String staff) {
        Ticket ticket = tickets.get(ticketId);
        Instant now = clock.instant();
        Ticket calledInVain = ticket.notThere(now, now.plus(settings(ticket).recallAfter()));
        rota.engaged(ticket.contact(), staff);
        rota.finished(ticket.contact());
        return tickets.save(ticket, calledInVain).hearing().calls();
    }

    /** Whether who did not come is called again (P3). */
    @Transactional(readOnly = true)
    public boolean calledAgain(String ticketId) {
        Ticket ticket = tickets.get(ticketId);
        return ticket.hearing().calls() <= settings(ticket).recalls();
    }

    /** Did not come, however often called. */
    public void noShow(String ticketId) {
        over(ticketId, Ticket::didNotCome);
    }

    /** Left before anyone could receive them. */
    public void left(String ticketId) {
        over(ticketId, Ticket::leaves);
    }

    /** The appointment was cancelled. */
    public void cancelled(String ticketId) {
        over(ticketId, Ticket::cancelled);
    }

    /** The petitioner has been listened to: whoever had them is free. Told twice it is done once. */
    public void received(String ticketId) {
        Ticket ticket = tickets.get(ticketId);
        if (ticket.state() == TicketState.DONE) {
            return;
        }
        Ticket heard = ticket.heard(clock.instant());
        rota.finished(ticket.contact());
        tickets.save(ticket, heard);
    }

    /** A large-scale event: the leader goes to them, nobody calls the number (P5). */
    void attendedOnTheScene(String matterId) {
        tickets.ofMatter(matterId).stream()
                .filter(ticket -> UNTIL_ALERTED.contains(ticket.state()))
                .forEach(ticket -> received(ticket.id()));
    }

    /** The leader knows that the petitioner waits too long. */
    public void leaderTold(String ticketId) {
        Ticket ticket = tickets.get(ticketId);
        tickets.save(ticket, ticket.leaderTold(clock.instant()));
    }

    private void over(String ticketId, BiFunction<Ticket, Instant, Ticket> how) {
        Ticket ticket = tickets.get(ticketId);
        Ticket over = how.apply(ticket, clock.instant());
        rota.finished(ticket.contact());
        tickets.save(ticket, over);
        matters.notReceived(ticket.matterId(), over.state().name());
    }

    private PetitionSettings settings(Ticket ticket) {
        return settings.of(ticket.unitId());
    }
}
