package io.rotadesk.petition.reception;

import io.rotadesk.platform.lookup.Changes;
import io.rotadesk.platform.lookup.OncePerTransaction;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tickets' rows. Within a transaction a ticket is read once; every change goes through here. */
@Repository
public class Tickets {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final OncePerTransaction<String, Ticket> known = new OncePerTransaction<>();

    Tickets(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    /** @throws UnknownTicketException when there is no such ticket */
    public Ticket get(String id) {
        return find(id).orElseThrow(() -> new UnknownTicketException(id));
    }

    public Optional<Ticket> find(String id) {
        return known.get(id, () -> read(id, ""));
    }

    /** The tickets of a matter, the first arrival first. */
    public List<Ticket> ofMatter(String matterId) {
        return db.sql("select * from ticket where matter_id = ? order by registered_at, id")
                .param(matterId)
                .query(Ticket.class)
                .list();
    }

    /** Holds the row until the transaction ends, so that two events of one ticket come one after the other. */
    Ticket lock(String id) {
        known.forget(id);
        return known.get(id, () -> read(id, " for update")).orElseThrow(() -> new UnknownTicketException(id));
    }

    /** Holds the row of somebody in line; empty when they are no longer, or somebody else is just dealing with them. */
    Optional<Ticket> lockInLine(String id) {
        known.forget(id);
        return known.get(id, () -> read(id, " and state = 'WAITING' for update skip locked"));
    }

    private Optional<Ticket> read(String id, String more) {
        return db.sql("select * from ticket where number is not null and id = :id" + more)
                .param("id", id)
                .query(Ticket.class)
                .optional();
    }

    /** @return false when there is one with that id; waits for another transaction that makes it just now */
    boolean insert(String id, String unitId, PetitionAnnouncement announced, String by, Instant now) {
        return db.sql("""
                        insert into ticket (id, unit_id, state, registered_at, registered_by, appointment_at, group_size)
                        values (:id, :unit, 'ARRIVED', :now, :by, :appointment, :size)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("unit", unitId)
                        .param("now", Timestamp.from(now))
                        .param("by", by)
                        .param("appointment", Changes.forColumn(announced.appointmentAt()))
                        .param("size", announced.groupSize())
                        .update()
                == 1;
    }

    /**
     * The unit's next number for a day: 1, 2, 3 … Registrations of a unit go one after the other from here on, until the
     * transaction ends, so that whoever has the lower number also came first.
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

    /**
     * Changes columns of a ticket.
     *
     * @param changes column names (ours, never a user's words) and values; an {@link Instant} or enum is converted
     */
    Ticket change(String id, Map<String, ?> changes) {
        TicketState before = find(id).map(Ticket::state).orElse(null);
        Changes columns = Changes.of(changes);
        Ticket ticket = db.sql("update ticket set " + columns.sql() + " where id = :key returning *")
                .params(columns.values())
                .param("key", id)
                .query(Ticket.class)
                .optional()
                .orElseThrow(() -> new UnknownTicketException(id));
        known.put(id, ticket);
        boolean wasInLine = before == TicketState.WAITING;
        if (wasInLine != (ticket.state() == TicketState.WAITING)) {
            events.publishEvent(new PetitionLineChanged(ticket.unitId()));
        }
        events.publishEvent(new TicketChanged(ticket.unitId()));
        return ticket;
    }

    /** What belonged to a matter belongs to the earlier one. */
    void joined(String matterId, String into) {
        db.sql("update ticket set matter_id = :into where matter_id = :matter")
                .param("into", into)
                .param("matter", matterId)
                .update();
        known.forgetAll();
    }
}
