package io.rotadesk.petition.reception;

import io.rotadesk.engine.EitherWay;
import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes announcements of petitioners, and the reception's reports about them (P3). Everything may come twice: a report
 * that has already taken effect is answered and changes nothing.
 */
@Service("petitionAnnouncements")
public class Petitions {

    private static final Logger log = LoggerFactory.getLogger(Petitions.class);

    private final Tickets tickets;
    private final AnnouncementRules rules;
    private final SentTwice sentTwice;
    private final Matters matters;
    private final ReceptionSteps steps;
    private final Units units;
    private final Agents agents;
    private final PetitionProcess process;
    private final EitherWay eitherWay;
    private final Clock clock;

    Petitions(
            Tickets tickets,
            AnnouncementRules rules,
            SentTwice sentTwice,
            Matters matters,
            ReceptionSteps steps,
            Units units,
            Agents agents,
            PetitionProcess process,
            EitherWay eitherWay,
            Clock clock) {
        this.tickets = tickets;
        this.rules = rules;
        this.sentTwice = sentTwice;
        this.matters = matters;
        this.steps = steps;
        this.units = units;
        this.agents = agents;
        this.process = process;
        this.eitherWay = eitherWay;
        this.clock = clock;
    }

    /**
     * The answer to an announcement.
     *
     * @param first false if the same petitioner was announced before
     */
    public record Announced(boolean first, Ticket ticket) {}

    /**
     * Announces a petitioner who has come, or will come: makes a ticket with a number and a matter, and begins the
     * reception.
     *
     * @param ticketId given by the sender, so that a button pressed twice makes one ticket
     * @param by the login of the person who announces; null for petitioners who announce themselves
     * @throws PetitionRefusal naming the invalid field
     */
    public Announced announce(TicketId ticketId, String unitId, PetitionAnnouncement announced, String by) {
        return eitherWay.start(
                unitId, ticketId.value(), withoutModel -> announce(ticketId, unitId, announced, by, withoutModel));
    }

    private Announced announce(
            TicketId ticketId, String unitId, PetitionAnnouncement announced, String by, boolean withoutModel) {
        rules.check(ticketId, unitId, announced);
        boolean first = enter(ticketId, unitId, announced, by);
        Ticket ticket = tickets.get(ticketId);
        if (!first && !ticket.unitId().equals(unitId)) {
            throw new PetitionRefusal("ticketId", "ticketId.taken");
        }
        if (first && withoutModel) {
            ticket = goesOnWithoutModel(ticket);
        } else if (first) {
            process.announced(ticket, announced.destination());
            ticket = tickets.get(ticketId);
            if (ticket.state() == TicketState.ARRIVED) {
                throw ModelFailedException.withoutEffect(PetitionsWithoutProcess.PROCESS);
            }
        }
        return new Announced(first, ticket);
    }

    /** The ticket keeps its number and its place; the sweep starts the process as soon as it can. */
    private Ticket goesOnWithoutModel(Ticket ticket) {
        process.remove(ticket);
        return tickets.save(ticket, ticket.withoutModel());
    }

    /**
     * Makes the ticket of a petitioner whose process somebody has started in Tasklist.
     *
     * @throws PetitionRefusal naming the invalid field; the name, if the form was sent twice
     */
    @Transactional
    public Ticket registered(TicketId ticketId, String unitId, PetitionAnnouncement announced, String by) {
        rules.check(ticketId, unitId, announced);
        enter(ticketId, unitId, announced, by);
        // Registrations of a unit come one after the other by now, so of two that are sent at once one sees the other.
        sentTwice.refuse(tickets.get(ticketId), announced);
        return tickets.get(ticketId);
    }

    private boolean enter(TicketId id, String unitId, PetitionAnnouncement announced, String by) {
        Optional<Ticket> opened = tickets.enter(id, unitId, announced, by, clock.instant());
        if (opened.isEmpty()) {
            return false;
        }
        Instant appointment = announced.appointmentAt();
        LocalDate day = localDay(unitId, appointment == null ? clock.instant() : appointment);
        int number = tickets.nextNumber(unitId, day);
        if (appointment != null) {
            rules.appointment(unitId, appointment, id);
        }
        Matter matter = matters.begin(new NewMatter(
                unitId,
                id,
                by,
                announced.petitionerName(),
                announced.petitionerPhone(),
                announced.anonymous(),
                announced.groupSize(),
                announced.matterSummary(),
                announced.earlierMatter(),
                announced.destination(),
                announced.agreesToMessages()));
        // Only now is it certain that no lower number follows.
        Instant now = clock.instant();
        String preferred = Optional.ofNullable(matter.earlierId())
                .map(earlier -> matters.get(earlier).responsible())
                .orElse(null);
        tickets.save(opened.get(), opened.get().numbered(day, number, matter.id(), preferred, now));
        log.info("Ticket {} of {} for {}", number, unitId, PhoneNumbers.masked(announced.petitionerPhone()));
        return true;
    }

    /**
     * Records that a petitioner with an appointment is here: if early, their place is that of the appointment's time;
     * if late, that of now.
     *
     * @return false if the ticket is past it
     * @throws UnknownTicketException if there is none
     */
    @Transactional
    public boolean arrived(TicketId ticketId) {
        Ticket ticket = tickets.hold(ticketId);
        if (ticket.standing().arrivedAt() != null) {
            return true;
        }
        if (ticket.state().isOver() || isOfLater(ticket)) {
            return false;
        }
        tickets.save(ticket, ticket.arrives(clock.instant()));
        return true;
    }

    /**
     * Somebody who has an appointment on a later day is here today: they get a number of today, and are in line from now on.
     *
     * @return false if the appointment is not one of a later day
     * @throws UnknownTicketException if there is none
     */
    public boolean comesToday(TicketId ticketId) {
        return goOn(ticketId, withoutModel -> comesToday(ticketId, withoutModel));
    }

    private boolean comesToday(TicketId ticketId, boolean withoutModel) {
        Ticket ticket = tickets.hold(ticketId);
        if (ticket.state() != TicketState.EXPECTED || !isOfLater(ticket)) {
            return false;
        }
        LocalDate today = localDay(ticket.unitId(), clock.instant());
        int number = tickets.nextNumber(ticket.unitId(), today);
        Instant now = clock.instant();
        movedTo(tickets.save(ticket, ticket.movedTo(now, today, number).arrives(now)), withoutModel);
        return true;
    }

    private void movedTo(Ticket moved, boolean withoutModel) {
        if (withoutModel || !moved.guided()) {
            goesOnWithoutModel(moved);
        } else {
            process.moved(moved);
        }
    }

    /**
     * Records that the petitioner has given up waiting.
     *
     * @return false if the ticket is past it: somebody has been sent to call it, or it is over
     * @throws UnknownTicketException if there is none
     */
    public boolean left(TicketId ticketId) {
        return goOn(ticketId, withoutModel -> left(ticketId, withoutModel));
    }

    private boolean left(TicketId ticketId, boolean withoutModel) {
        Ticket ticket = tickets.hold(ticketId);
        if (ticket.state() == TicketState.LEFT) {
            return true;
        }
        boolean nobodysYet = !ticket.guided() && ticket.state() == TicketState.ARRIVED;
        if (ticket.state() != TicketState.WAITING && ticket.state() != TicketState.NOT_THERE && !nobodysYet) {
            return false;
        }
        if (withoutModel || !ticket.guided() || !process.left(ticket)) {
            steps.left(goesOnWithoutModel(ticket).id());
        }
        return true;
    }

    /**
     * Records that a petitioner who did not come when called is here: they are in line again, behind those who were here. Also
     * after the last call, as long as the number's day lasts.
     *
     * @return false if they were not called, or are past it
     * @throws UnknownTicketException if there is none
     */
    public boolean back(TicketId ticketId) {
        return goOn(ticketId, withoutModel -> back(ticketId, withoutModel));
    }

    private boolean back(TicketId ticketId, boolean withoutModel) {
        Ticket ticket = tickets.hold(ticketId);
        boolean isOver = ticket.state() == TicketState.NO_SHOW;
        if (ticket.state() != TicketState.NOT_THERE && !(isOver && isOfToday(ticket))) {
            return false;
        }
        Ticket back = tickets.save(ticket, ticket.back(clock.instant()));
        if (isOver) {
            steps.waitsAgain(back);
        }
        if (withoutModel || !back.guided()) {
            goesOnWithoutModel(back);
        } else if (isOver) {
            process.announced(back, matters.get(back.matterId()).destination());
        } else {
            process.back(back);
        }
        return true;
    }

    /**
     * Moves the appointment to another time; on another day the ticket gets a number of that day.
     *
     * @return false if it is too late
     * @throws PetitionRefusal if the new time is in the past, or not possible
     * @throws UnknownTicketException if there is none
     */
    public boolean move(TicketId ticketId, Instant appointmentAt) {
        return goOn(ticketId, withoutModel -> move(ticketId, appointmentAt, withoutModel));
    }

    private boolean move(TicketId ticketId, Instant appointmentAt, boolean withoutModel) {
        Ticket ticket = tickets.hold(ticketId);
        if (ticket.state() != TicketState.EXPECTED) {
            return false;
        }
        if (appointmentAt.equals(ticket.standing().appointmentAt())) {
            return true;
        }
        LocalDate day = localDay(ticket.unitId(), appointmentAt);
        tickets.holdDay(ticket.unitId(), day);
        rules.appointment(ticket.unitId(), appointmentAt, ticketId);
        int number = day.equals(ticket.standing().day()) ? ticket.number() : tickets.nextNumber(ticket.unitId(), day);
        movedTo(tickets.save(ticket, ticket.movedTo(appointmentAt, day, number)), withoutModel);
        return true;
    }

    /**
     * Cancels the appointment.
     *
     * @return false if it is too late: the time has come, or the ticket is over
     * @throws UnknownTicketException if there is none
     */
    public boolean cancel(TicketId ticketId) {
        return goOn(ticketId, withoutModel -> cancel(ticketId, withoutModel));
    }

    private boolean cancel(TicketId ticketId, boolean withoutModel) {
        Ticket ticket = tickets.hold(ticketId);
        if (ticket.state() == TicketState.CANCELLED) {
            return true;
        }
        if (ticket.state() != TicketState.EXPECTED) {
            return false;
        }
        if (withoutModel || !ticket.guided()) {
            steps.cancelled(goesOnWithoutModel(ticket).id());
        } else {
            process.cancelled(ticket);
        }
        return true;
    }

    /**
     * The leader assigns somebody in line to one of the unit's people, who may be busy or off duty.
     *
     * @param staff a login
     * @return false if they are no longer in line, or the person does not work in the unit
     * @throws UnknownTicketException if there is none
     */
    public boolean assign(TicketId ticketId, String staff) {
        return goOn(ticketId, withoutModel -> assign(ticketId, staff, withoutModel));
    }

    private boolean assign(TicketId ticketId, String staff, boolean withoutModel) {
        Ticket ticket = tickets.hold(ticketId);
        boolean worksHere = agents.find(staff)
                .filter(agent -> !agent.left() && agent.unitId().equals(ticket.unitId()))
                .isPresent();
        if (ticket.state() != TicketState.WAITING || !worksHere) {
            return false;
        }
        steps.assigned(ticket, staff);
        if (withoutModel) {
            goesOnWithoutModel(tickets.get(ticketId));
        } else {
            process.turnCame(tickets.get(ticketId), staff);
        }
        return true;
    }

    /** The id of the person's own task about the ticket, to call or to receive; empty if they have none. */
    @Transactional(readOnly = true)
    public Optional<String> task(Ticket ticket, String login) {
        return login.equals(ticket.staff()) ? process.task(ticket, login) : Optional.empty();
    }

    private boolean goOn(TicketId ticketId, Function<Boolean, Boolean> work) {
        return eitherWay.goOn(tickets.get(ticketId).unitId(), ticketId.value(), work);
    }

    private boolean isOfLater(Ticket ticket) {
        return ticket.standing().day().isAfter(localDay(ticket.unitId(), clock.instant()));
    }

    private boolean isOfToday(Ticket ticket) {
        return ticket.standing().day().equals(localDay(ticket.unitId(), clock.instant()));
    }

    private LocalDate localDay(String unitId, Instant instant) {
        return instant.atZone(units.get(unitId).settings().zone()).toLocalDate();
    }
}
