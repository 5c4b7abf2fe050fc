package io.rotadesk.petition.reception;

import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.rota.Turn;
import io.rotadesk.staff.rota.TurnCause;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a ticket until somebody listens (P3). Each method is one step of the process and runs in its
 * transaction.
 */
@Service
@Transactional
public class ReceptionSteps {

    /** The states in which a ticket can turn out to be a large-scale event. */
    private static final Set<TicketState> UNTIL_ALERTED =
            EnumSet.of(TicketState.ARRIVED, TicketState.EXPECTED, TicketState.RECEIVED);

    private final Tickets tickets;
    private final PetitionLine line;
    private final UnansweredCalls unanswered;
    private final Units units;
    private final Rota rota;
    private final Agents agents;
    private final MatterReceptions matters;
    private final PetitionSettingsStore settings;
    private final Clock clock;

    ReceptionSteps(
            Tickets tickets,
            PetitionLine line,
            UnansweredCalls unanswered,
            Units units,
            Rota rota,
            Agents agents,
            MatterReceptions matters,
            PetitionSettingsStore settings,
            Clock clock) {
        this.tickets = tickets;
        this.line = line;
        this.unanswered = unanswered;
        this.units = units;
        this.rota = rota;
        this.agents = agents;
        this.matters = matters;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Offers the ticket to the person responsible for the earlier matter, if they are free, which takes no turn; else
     * to the staff member whose turn it is. A petitioner who comes while others wait is served after them.
     *
     * @return the login of the person who has to call; empty if the petitioner waits in line from now on
     */
    public Optional<String> offer(TicketId ticketId) {
        Ticket ticket = tickets.get(ticketId);
        Optional<String> staff = earlierResponsible(ticket);
        if (staff.isEmpty() && !line.othersWait(ticket)) {
            staff = inTurn(ticket);
        }
        staff.ifPresentOrElse(login -> toBeCalled(ticket, login), () -> waits(ticket));
        return staff;
    }

    /**
     * Offers the next petitioner in line to somebody who is free for them, if there is one; also to those who did not call
     * before, once nobody else is free. Otherwise records nothing.
     *
     * @param elsewhere logins of staff for whom others in line wait
     */
    Optional<String> offerInLine(Ticket ticket, Set<String> elsewhere) {
        Optional<String> staff = earlierResponsible(ticket);
        if (staff.isEmpty() && rota.someoneFree(ticket.unitId(), Queue.PETITION, ticket.contact(), elsewhere)) {
            staff = rota.offerAgain(ticket.unitId(), Queue.PETITION, ticket.contact(), elsewhere)
                    .turn()
                    .map(Turn::login);
        }
        staff.ifPresent(login -> toBeCalled(ticket, login));
        return staff;
    }

    /** The leader assigns somebody in line to one of the staff, who may be busy or off duty. */
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
                .filter(login -> rota.isFree(login, Queue.PETITION) && !rota.hasMissed(ticket.contact(), login))
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

    /** Records that the staff did not call in time: that costs the turn, and the ticket keeps its place. */
    public void callMissed(TicketId ticketId, String staff) {
        Ticket ticket = tickets.get(ticketId);
        Ticket missed = ticket.notCalled();
        rota.missed(ticket.contact(), staff, TurnReason.NOT_IN_TIME);
        // A person to whom the leader assigned the ticket already has it, and is free again.
        rota.finished(ticket.contact(), staff);
        unanswered.missed(tickets.save(ticket, missed), staff);
    }

    /** Records that somebody has called the number and the petitioner is with them. */
    public void came(TicketId ticketId, String staff) {
        Ticket ticket = tickets.get(ticketId);
        Ticket received = ticket.cameTo(staff, clock.instant());
        rota.engaged(ticket.contact(), staff);
        unanswered.answered(tickets.save(ticket, received));
    }

    /**
     * Records that the number was called and nobody came: the staff is free again, and has their turn back. The ticket's place
     * counts from the next call, behind people who were here.
     *
     * @param staff the login of the person who called
     * @return how often it has been called without an answer
     */
    public int notThere(TicketId ticketId, String staff) {
        Ticket ticket = tickets.get(ticketId);
        Instant now = clock.instant();
        Ticket calledWithoutAnswer =
                ticket.notThere(now, now.plus(settings(ticket).recallAfter()));
        rota.engaged(ticket.contact(), staff);
        rota.finished(ticket.contact());
        rota.restored(ticket.contact(), staff, TurnReason.NOBODY_CAME);
        return tickets.save(ticket, calledWithoutAnswer).hearing().calls();
    }

    /** Whether a petitioner who did not come is called again (P3). */
    @Transactional(readOnly = true)
    public boolean calledAgain(TicketId ticketId) {
        Ticket ticket = tickets.get(ticketId);
        return ticket.hearing().calls() <= settings(ticket).recalls();
    }

    /** Records that the petitioner did not come to any call. */
    public void noShow(TicketId ticketId) {
        over(ticketId, Ticket::didNotCome);
    }

    /** Records that the petitioner left before anyone could receive them, or that the number's day is over. */
    public void left(TicketId ticketId) {
        Ticket ticket = tickets.get(ticketId);
        boolean isPast = ticket.standing().day().isBefore(today(ticket));
        over(ticketId, isPast ? Ticket::unserved : Ticket::leaves);
    }

    private LocalDate today(Ticket ticket) {
        return units.get(ticket.unitId()).clock().day(clock.instant());
    }

    /** The appointment was cancelled. */
    public void cancelled(TicketId ticketId) {
        over(ticketId, Ticket::cancelled);
    }

    /** Records that the petitioner has been received: the staff is free. A second report changes nothing. */
    public void received(TicketId ticketId) {
        Ticket ticket = tickets.get(ticketId);
        if (ticket.state() == TicketState.DONE) {
            return;
        }
        Ticket heard = ticket.heard(clock.instant());
        rota.wrapsUp(ticket.contact());
        tickets.save(ticket, heard);
    }

    /** Records a large-scale event: the leader goes to them, and nobody calls the number (P5). */
    void attendedOnTheScene(MatterId matterId) {
        tickets.ofMatter(matterId).stream()
                .filter(ticket -> UNTIL_ALERTED.contains(ticket.state()))
                .forEach(ticket -> received(ticket.id()));
    }

    /** The leader is told, once, that the petitioner waits too long. */
    public void leaderTold(TicketId ticketId) {
        unanswered.tellLeader(tickets.get(ticketId));
    }

    /** The matter of somebody who did not come is one of those in line again. */
    void waitsAgain(Ticket ticket) {
        matters.waitsAgain(ticket.matterId());
    }

    private void over(TicketId ticketId, BiFunction<Ticket, Instant, Ticket> how) {
        Ticket ticket = tickets.get(ticketId);
        Ticket over = how.apply(ticket, clock.instant());
        rota.finished(ticket.contact());
        unanswered.answered(tickets.save(ticket, over));
        matters.notReceived(ticket.matterId(), over.state().name());
    }

    private PetitionSettings settings(Ticket ticket) {
        return settings.of(ticket.unitId());
    }
}
