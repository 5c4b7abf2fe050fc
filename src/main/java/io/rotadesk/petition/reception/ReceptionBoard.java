package io.rotadesk.petition.reception;

import io.rotadesk.staff.unit.Agents;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The board of a reception point: the tickets in their order, and the numbers that are being called. */
@Repository
@Transactional(readOnly = true)
public class ReceptionBoard {

    private final JdbcClient db;
    private final RowMapper<Ticket> rows;
    private final Agents agents;
    private final HallWindows windows;

    ReceptionBoard(JdbcClient db, Tickets tickets, Agents agents, HallWindows windows) {
        this.windows = windows;
        this.db = db;
        this.rows = tickets.rows();
        this.agents = agents;
    }

    /**
     * A ticket with its place in the likely order of calling.
     *
     * @param before how many are before it
     */
    public record Place(int before, Ticket ticket) {}

    /**
     * A number on the board in the waiting room, without anything about the petitioner.
     *
     * @param number {@link Ticket#number()}
     * @param staffName the name of the person who receives
     * @param window the window at which they sit; null if they have named none
     * @param since the time at which they were asked to call, or called
     * @param received whether the petitioner is with them
     */
    public record Called(int number, String staffName, String window, Instant since, boolean received) {

        /** The same at a window that is named otherwise. */
        public Called at(String named) {
            return new Called(number, staffName, named, since, received);
        }
    }

    /**
     * The tickets still to be received on that day, next first: those to be called now, those in line, appointments and
     * second calls at their time. Includes open tickets of earlier days, without appointments of later ones.
     */
    public List<Place> order(String unitId, LocalDate day) {
        List<Place> places = new ArrayList<>();
        db.sql("""
                        select * from ticket
                        where unit_id = :unit and ended_at is null and day <= :day
                          and state in ('CALLED', 'WAITING', 'ARRIVED', 'EXPECTED', 'NOT_THERE')
                        order by case state when 'CALLED' then 0 else 1 end, place_at, number, id
                        """)
                .param("unit", unitId)
                .param("day", day)
                .query(rows)
                .list()
                .forEach(ticket -> places.add(new Place(places.size(), ticket)));
        return places;
    }

    /** How many who are here have waited so long that the leader was told, called or not. */
    public int overlong(String unitId) {
        return db.sql("""
                        select count(*) from ticket
                        where unit_id = ? and ended_at is null and leader_told_at is not null
                          and state in ('WAITING', 'ARRIVED', 'CALLED')
                        """).param(unitId).query(Integer.class).single();
    }

    /** All tickets of a day, by their numbers. */
    public List<Ticket> day(String unitId, LocalDate day) {
        return db.sql("select * from ticket where unit_id = ? and day = ? order by number")
                .param(unitId)
                .param(day)
                .query(rows)
                .list();
    }

    /** Appointments of later days, earliest first. */
    public List<Ticket> later(String unitId, LocalDate day, int atMost) {
        return db.sql("""
                        select * from ticket where unit_id = :unit and state = 'EXPECTED' and day > :day
                        order by place_at, number limit :atMost
                        """)
                .param("unit", unitId)
                .param("day", day)
                .param("atMost", atMost)
                .query(rows)
                .list();
    }

    /** The numbers that are being called, latest first. */
    public List<Called> called(String unitId) {
        List<Ticket> tickets = db.sql("""
                        select * from ticket where unit_id = ? and ended_at is null and state in ('CALLED', 'RECEIVED')
                        order by coalesce(received_at, call_until) desc, number
                        """).param(unitId).query(rows).list();
        Map<String, String> names =
                agents.named(tickets.stream().map(Ticket::staff).toList());
        Map<String, String> at = windows.of(unitId);
        return tickets.stream()
                .map(ticket -> new Called(
                        ticket.number(),
                        names.getOrDefault(ticket.staff(), ticket.staff()),
                        at.get(ticket.staff()),
                        ticket.hearing().receivedAt() != null
                                ? ticket.hearing().receivedAt()
                                : ticket.hearing().callUntil(),
                        ticket.state() == TicketState.RECEIVED))
                .toList();
    }
}
