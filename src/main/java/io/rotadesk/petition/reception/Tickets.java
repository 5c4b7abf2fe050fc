package io.rotadesk.petition.reception;

import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.platform.register.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tickets' rows. Within a transaction a ticket is read once; screens are told of every change. */
@Repository
public class Tickets {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Register<TicketId, Ticket> tickets;

    Tickets(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
        this.tickets = new Register<>(db, "ticket", Ticket.class, UnknownTicketException::new);
    }

    /** How a row becomes a ticket, for queries of this package. */
    RowMapper<Ticket> rows() {
        return tickets.rows();
    }

    /** @throws UnknownTicketException if there is no such ticket */
    public Ticket get(TicketId id) {
        return tickets.get(id);
    }

    public Optional<Ticket> find(TicketId id) {
        return tickets.find(id);
    }

    /** The tickets of a matter, by arrival. */
    public List<Ticket> ofMatter(MatterId matterId) {
        return db.sql("select * from ticket where matter_id = ? order by registered_at, id")
                .param(matterId.value())
                .query(rows())
                .list();
    }

    /** Locks the row until the transaction ends, so that two events of one ticket come one after the other. */
    Ticket hold(TicketId id) {
        return tickets.hold(id).orElseThrow(() -> new UnknownTicketException(id));
    }

    /** Locks a waiting ticket's row; empty if it has left the line or another transaction holds it. */
    Optional<Ticket> holdInLine(TicketId id) {
        return tickets.hold(id, " and state = 'WAITING' for update skip locked");
    }

    /**
     * Makes the ticket's row, without a number yet.
     *
     * @return empty when there is one with that id; waits for another transaction that makes it just now
     */
    Optional<Ticket> enter(TicketId id, String unitId, PetitionAnnouncement announced, String by, Instant now) {
        Registration registration = new Registration(now, by, announced.groupSize());
        return tickets.add(Ticket.registered(id, unitId, registration, announced.appointmentAt()));
    }

    /**
     * The unit's next number for a day: 1, 2, 3 … Registrations of a unit wait for each other from here on, until the
     * transaction ends, so that the lower number also has the earlier arrival.
     */
    int nextNumber(String unitId, LocalDate day) {
        return db.sql("""
                        insert into ticket_serial (unit_id, day, last) values (:unit, :day, 1)
                        on conflict (unit_id, day) do update set last = ticket_serial.last + 1
                        returning last
                        """)
                .param("unit", unitId)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** Lets nobody else make or move an appointment of that day until the transaction ends. */
    void holdDay(String unitId, LocalDate day) {
        db.sql("""
                        insert into ticket_serial (unit_id, day, last) values (:unit, :day, 0)
                        on conflict (unit_id, day) do update set last = ticket_serial.last
                        """).param("unit", unitId).param("day", day).update();
    }

    /** @return the ticket as it is then */
    Ticket save(Ticket before, Ticket after) {
        Ticket saved = tickets.save(before, after);
        boolean wasInLine = before.state() == TicketState.WAITING;
        if (wasInLine != (saved.state() == TicketState.WAITING)) {
            events.publishEvent(new PetitionLineChanged(saved.unitId()));
        }
        events.publishEvent(new TicketChanged(saved.unitId()));
        return saved;
    }

    /** Moves the tickets of a matter to the earlier one. */
    void joined(MatterId matterId, MatterId into) {
        db.sql("update ticket set matter_id = :into where matter_id = :matter")
                .param("into", into.value())
                .param("matter", matterId.value())
                .update();
        tickets.forgetAll();
    }
}
