package io.rotadesk.petition.reception;

import static io.rotadesk.petition.reception.TicketState.ABANDONED;
import static io.rotadesk.petition.reception.TicketState.ARRIVED;
import static io.rotadesk.petition.reception.TicketState.CALLED;
import static io.rotadesk.petition.reception.TicketState.CANCELLED;
import static io.rotadesk.petition.reception.TicketState.DONE;
import static io.rotadesk.petition.reception.TicketState.EXPECTED;
import static io.rotadesk.petition.reception.TicketState.LEFT;
import static io.rotadesk.petition.reception.TicketState.NOT_THERE;
import static io.rotadesk.petition.reception.TicketState.NO_SHOW;
import static io.rotadesk.petition.reception.TicketState.RECEIVED;
import static io.rotadesk.petition.reception.TicketState.UNSERVED;
import static io.rotadesk.petition.reception.TicketState.WAITING;

import io.rotadesk.engine.Guidance;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.platform.register.Parts;
import io.rotadesk.platform.register.WrongStateException;
import io.rotadesk.staff.rota.Contact;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One arrival of a person or a group (P3); who they are is with the matter. What can happen to it are its methods: each
 * answers with the ticket as it is then, and throws a {@link WrongStateException} in a state in which that cannot
 * happen.
 *
 * @param matterId the matter; the earlier one if this is a repeat visit
 */
public record Ticket(
        TicketId id,
        String unitId,
        TicketState state,
        MatterId matterId,
        Registration registration,
        Standing standing,
        Hearing hearing,
        Carried carried,
        Guidance guidance) {

    /** A ticket of somebody who is here, or will come at the time of their appointment. */
    static Ticket registered(TicketId id, String unitId, Registration registration, Instant appointmentAt) {
        return new Ticket(
                id,
                unitId,
                appointmentAt == null ? ARRIVED : EXPECTED,
                null,
                registration,
                Standing.nowhereYet(appointmentAt),
                Hearing.NOT_YET,
                Carried.NEVER,
                Guidance.BY_PROCESS);
    }

    /** The ticket as the rota knows it: a group is one contact and one turn. */
    public Contact contact() {
        return id.contact();
    }

    public boolean byAppointment() {
        return standing.appointmentAt() != null;
    }

    /** 1, 2, 3 … within the unit and the day. */
    public int number() {
        return standing.number();
    }

    /** The login of the person who calls or receives; null for nobody. */
    public String staff() {
        return hearing.staff();
    }

    public int groupSize() {
        return registration.groupSize();
    }

    /** Whether a process guides it. */
    public boolean guided() {
        return guidance.guided();
    }

    /** It has a number, and a matter; in the transaction that registers it. */
    Ticket numbered(LocalDate day, int number, MatterId matter, String preferred, Instant now) {
        in("numbered", ARRIVED, EXPECTED);
        return new Ticket(
                id,
                unitId,
                state,
                matter,
                registration,
                standing.numbered(day, number, now, preferred),
                hearing,
                carried,
                guidance);
    }

    /** A petitioner with an appointment is here, however far the ticket is. */
    Ticket arrives(Instant now) {
        in("here", EXPECTED, ARRIVED, WAITING, CALLED, NOT_THERE, RECEIVED);
        return with(standing.arrived(now));
    }

    /** The appointment is at another time; the number is one of its day. */
    Ticket movedTo(Instant appointmentAt, LocalDate day, int number) {
        in("moved", EXPECTED);
        return with(standing.moved(appointmentAt, day, number));
    }

    /** Somebody of the staff is to call the number. */
    Ticket toBeCalledBy(String staff, Instant until) {
        in("called", EXPECTED, ARRIVED, NOT_THERE, WAITING);
        return with(CALLED, hearing.by(staff, until));
    }

    /** Nobody is free; the place in the line counts from the first time. */
    Ticket waits(Instant now) {
        in("waiting", EXPECTED, ARRIVED, NOT_THERE);
        return with(WAITING, hearing.waiting(), standing.waiting(now));
    }

    /** The leader knows that it waits too long; somebody may be about to call it at the same moment. */
    Ticket leaderTold(Instant now) {
        in("waiting too long", WAITING, CALLED, ARRIVED);
        return with(standing.leaderTold(now));
    }

    /** The staff did not call in time. */
    Ticket notCalled() {
        in("missed", CALLED);
        return with(ARRIVED, hearing.byNobody());
    }

    /** Somebody has called the number and the petitioner is with them. */
    Ticket cameTo(String staff, Instant now) {
        in("received", CALLED);
        return with(RECEIVED, hearing.came(staff, now), standing.here(now));
    }

    /** The number was called and nobody came. */
    Ticket notThere(Instant now, Instant nextCall) {
        in("called without an answer", CALLED);
        return with(NOT_THERE, hearing.calledWithoutAnswer(now), standing.from(nextCall));
    }

    /** The petitioner who did not come is here now, in line behind those who were here. */
    Ticket back(Instant now) {
        in("back", NOT_THERE, NO_SHOW);
        return with(ARRIVED, hearing.goesOn(), standing.from(now));
    }

    /** Did not come, however often called. */
    Ticket didNotCome(Instant now) {
        in("a no-show", NOT_THERE);
        return with(NO_SHOW, hearing.byNobody().ended(now));
    }

    /** Its day is over: the number is one of another day, and the place in line stays. */
    Ticket carriedTo(LocalDate day, int number) {
        in("carried to another day", ARRIVED, WAITING, NOT_THERE);
        return with(standing.carried(day, number), new Carried(standing.day(), standing.number()));
    }

    /** Its day is over, and nobody received them. */
    Ticket unserved(Instant now) {
        in("closed with its day", WAITING, ARRIVED, NOT_THERE);
        return with(UNSERVED, hearing.byNobody().ended(now));
    }

    /** Left before anyone could receive them. */
    Ticket leaves(Instant now) {
        in("gone", WAITING, ARRIVED, NOT_THERE);
        return with(LEFT, hearing.byNobody().ended(now));
    }

    Ticket cancelled(Instant now) {
        in("cancelled", EXPECTED);
        return with(CANCELLED, hearing.byNobody().ended(now));
    }

    /** The petitioner has been listened to; at a large-scale event the leader goes to them before (P5). */
    Ticket heard(Instant now) {
        in("heard", EXPECTED, ARRIVED, RECEIVED);
        return with(DONE, hearing.ended(now));
    }

    /** From now on it goes on without its process, in whatever state it is. */
    Ticket withoutModel() {
        return with(guidance.none());
    }

    /**
     * Its process was taken away. A petitioner to whom nobody has listened yet gets in line again, once; of a matter that is
     * open only the process is gone.
     */
    Ticket processRemoved(Instant now) {
        in("without its process", EXPECTED, ARRIVED, WAITING, CALLED, NOT_THERE, RECEIVED, DONE);
        Ticket removed = with(guidance.removed(now));
        if (state == DONE) {
            return removed;
        }
        if (guidance.removedAt() != null) {
            return removed.with(ABANDONED, hearing.byNobody().ended(now));
        }
        return removed.with(state == EXPECTED ? EXPECTED : ARRIVED, hearing.byNobody());
    }

    /** It has a process again. */
    Ticket guidedAgain() {
        in("guided again", EXPECTED, ARRIVED, CALLED, DONE);
        return with(guidance.again());
    }

    private void in(String transition, TicketState... from) {
        WrongStateException.unless("Ticket " + id, transition, state, from);
    }

    private Ticket with(Object... parts) {
        return Parts.replace(this, parts);
    }
}
