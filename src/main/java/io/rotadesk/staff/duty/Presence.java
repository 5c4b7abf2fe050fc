package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows who has said that they are absent: they are away, or on leave. {@link OpenPages} knows who is absent without having
 * said so.
 */
@Component
public class Presence {

    /**
     * Days off.
     *
     * @param from the first day, in the unit's time zone
     * @param to the last day; counts too
     */
    public record Leave(String login, LocalDate from, LocalDate to, String note) {}

    /**
     * Somebody who is absent, or will be.
     *
     * @param since away from the desk since then; null for leave
     * @param from the first day of leave, in the unit's time zone; null if only away
     * @param to the last day of leave; counts too
     */
    public record Absence(String login, String name, Instant since, LocalDate from, LocalDate to, String note) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Presence(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Marks the agent away from now on until {@link #present}; turns that pass in the meantime are not made up. An
     * agent with a call or a visitor finishes it first, and is away after that.
     */
    @Transactional
    public void away(String login, String note) {
        jdbc.sql("""
                        insert into away (login, since, note) values (:login, :since, coalesce(:note, ''))
                        on conflict (login) do update set note = excluded.note
                        """)
                .param("login", login)
                .param("since", Rows.time(clock.instant()))
                .param("note", note)
                .update();
        events.publishEvent(DutyChanged.of(login));
    }

    /** Marks the agent as back at the desk. */
    @Transactional
    public void present(String login) {
        jdbc.sql("delete from away where login = ?").param(login).update();
        events.publishEvent(DutyChanged.of(login));
    }

    /** The note that the agent left when they went away; empty if they are here. */
    public Optional<String> awayNote(String login) {
        return jdbc.sql("select note from away where login = ?")
                .param(login)
                .query(String.class)
                .optional();
    }

    /**
     * Records days off; other leave of the same agent that overlaps is replaced.
     *
     * @throws RosterRefusal if it ends before it begins
     */
    @Transactional
    public void leave(String login, LocalDate from, LocalDate to, String note) {
        if (to.isBefore(from)) {
            throw new RosterRefusal("to", "leave.order", to, from);
        }
        jdbc.sql("delete from agent_leave where login = ? and from_day <= ? and to_day >= ?")
                .param(login)
                .param(to)
                .param(from)
                .update();
        jdbc.sql("insert into agent_leave (login, from_day, to_day, note) values (?, ?, ?, coalesce(?, ''))")
                .param(login)
                .param(from)
                .param(to)
                .param(note)
                .update();
        events.publishEvent(DutyChanged.of(login));
        events.publishEvent(new LeaveChanged(login));
    }

    /** Takes back the leave that begins on this day. */
    @Transactional
    public void cancelLeave(String login, LocalDate from) {
        jdbc.sql("delete from agent_leave where login = ? and from_day = ?")
                .param(login)
                .param(from)
                .update();
        events.publishEvent(DutyChanged.of(login));
        events.publishEvent(new LeaveChanged(login));
    }

    /** Forgets the absences of somebody who no longer works here. */
    public void forget(String login) {
        jdbc.sql("delete from away where login = ?").param(login).update();
        jdbc.sql("delete from agent_leave where login = ?").param(login).update();
        jdbc.sql("delete from page_seen where login = ?").param(login).update();
    }

    /** The people of a unit who are away now, or whose leave has not ended before this day, by name. */
    public List<Absence> absences(String unitId, LocalDate from) {
        return jdbc.sql("""
                        select a.login, a.name, w.since, null as from_day, null as to_day, w.note
                        from agent a join away w on w.login = a.login where a.unit_id = :unitId and not a.has_left
                        union all
                        select a.login, a.name, null, l.from_day, l.to_day, l.note
                        from agent a join agent_leave l on l.login = a.login
                        where a.unit_id = :unitId and not a.has_left and l.to_day >= :from
                        order by from_day nulls first, name
                        """)
                .param("unitId", unitId)
                .param("from", from)
                .query((row, nr) -> new Absence(
                        row.getString("login"),
                        row.getString("name"),
                        row.getObject("since") == null ? null : Rows.instant(row, "since"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("note")))
                .list();
    }

    /** Leave that has not ended before this day, earliest first. */
    public List<Leave> leaves(String login, LocalDate from) {
        return jdbc.sql("""
                        select login, from_day as "from", to_day as "to", note from agent_leave
                        where login = ? and to_day >= ? order by from_day
                        """).param(login).param(from).query(Leave.class).list();
    }
}
