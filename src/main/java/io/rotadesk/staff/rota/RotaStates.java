package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.DutyOrder;
import io.rotadesk.staff.duty.DutyOrderChanged;
import io.rotadesk.staff.duty.QueueOfDay;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Rows;
import io.rotadesk.staff.unit.UnitSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes the state of each queue, one row a day. Reading it for a change locks the row until the transaction
 * ends.
 */
@Component
public class RotaStates {

    /**
     * A queue's row.
     *
     * @param closed whether the unit was closed after the day began
     * @param settings of the unit, as stored
     */
    record Held(QueueOfDay queueOfDay, String team, int version, RotaState state, boolean closed, String settings) {}

    private static final String COLUMNS =
            "s.unit_id, s.queue, s.day, s.team, s.version, s.members, s.next_login, s.owed, s.ahead";

    private final JdbcClient jdbc;
    private final Clock clock;

    RotaStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Locks and returns today's row of the queue; empty before the day's first contact. */
    Optional<Held> holdToday(String unitId, Queue queue) {
        return jdbc.sql("select " + COLUMNS + """
                        , d.closed, u.settings from unit u
                        join rota_state s on s.unit_id = u.id and s.queue = :queue
                          and s.day = cast(:now at time zone coalesce(u.settings ->> 'zone', :zone) as date)
                        join duty_day d on d.unit_id = s.unit_id and d.day = s.day
                        where u.id = :unitId
                        for no key update of s
                        """)
                .param("unitId", unitId)
                .param("queue", queue.name())
                .param("now", Rows.time(clock.instant()))
                .param("zone", UnitSettings.defaults().zone().getId())
                .query(RotaStates::held)
                .optional();
    }

    Optional<Held> hold(QueueOfDay queueOfDay) {
        return find(queueOfDay, " for no key update of s");
    }

    Optional<Held> look(QueueOfDay queueOfDay) {
        return find(queueOfDay, "");
    }

    /** Begins the day of a queue; harmless if another transaction has just done so. */
    void begin(DutyOrder order, int version, String startLogin) {
        jdbc.sql("""
                        insert into rota_state (unit_id, day, queue, team, version, members, start_login, next_login)
                        values (:unitId, :day, :queue, :team, :version, :members, :start, :start)
                        on conflict do nothing
                        """)
                .params(order.queueOfDay().params())
                .param("team", order.team())
                .param("version", version)
                .param("members", order.members().toArray(String[]::new))
                .param("start", startLogin)
                .update();
    }

    void save(Held held, RotaState state) {
        jdbc.sql("""
                        update rota_state set version = :version, members = :members, next_login = :next, owed = :owed,
                          ahead = :ahead
                        where unit_id = :unitId and day = :day and queue = :queue
                        """)
                .params(held.queueOfDay().params())
                .param("version", held.version())
                .param("members", state.members().toArray(String[]::new))
                .param("next", state.next())
                .param("owed", state.owed().toArray(String[]::new))
                .param("ahead", state.ahead().toArray(String[]::new))
                .update();
    }

    /** Lets the queue go on in another order, if its day has begun. */
    @EventListener
    void resume(DutyOrderChanged change) {
        DutyOrder order = change.order();
        hold(order.queueOfDay()).ifPresent(held -> {
            Held renewed = new Held(
                    held.queueOfDay(), order.team(), change.version(), held.state(), held.closed(), held.settings());
            save(renewed, held.state().resume(order.members()));
        });
    }

    /** Cancels the make-up turns of somebody who no longer works here. */
    public void forgetOwed(String unitId, String login) {
        jdbc.sql("""
                        update rota_state set owed = array_remove(owed, :login)
                        where unit_id = :unitId and :login = any (owed)
                        """).param("unitId", unitId).param("login", login).update();
    }

    String startOf(QueueOfDay queueOfDay) {
        return jdbc.sql("""
                        select start_login from rota_state
                        where unit_id = :unitId and day = :day and queue = :queue
                        """).params(queueOfDay.params()).query(String.class).single();
    }

    /** The queue's state when this team last had it. */
    Optional<RotaState> lastOf(DutyOrder order) {
        return jdbc.sql("select " + COLUMNS + """
                        , false as closed, '{}' as settings from rota_state s
                        where unit_id = :unitId and queue = :queue and day < :day and team = :team
                        order by day desc limit 1
                        """)
                .params(order.queueOfDay().params())
                .param("team", order.team())
                .query(RotaStates::held)
                .optional()
                .map(Held::state);
    }

    private Optional<Held> find(QueueOfDay queueOfDay, String lock) {
        return jdbc.sql("select " + COLUMNS + """
                        , d.closed, u.settings from rota_state s
                        join duty_day d on d.unit_id = s.unit_id and d.day = s.day
                        join unit u on u.id = s.unit_id
                        where s.unit_id = :unitId and s.day = :day and s.queue = :queue
                        """ + lock)
                .params(queueOfDay.params())
                .query(RotaStates::held)
                .optional();
    }

    private static Held held(ResultSet row, int nr) throws SQLException {
        List<String> members = Rows.texts(row, "members");
        return new Held(
                new QueueOfDay(
                        row.getString("unit_id"),
                        Queue.valueOf(row.getString("queue")),
                        row.getObject("day", LocalDate.class)),
                row.getString("team"),
                row.getInt("version"),
                new RotaState(members, row.getString("next_login"), Rows.texts(row, "owed"), Rows.texts(row, "ahead")),
                row.getBoolean("closed"),
                row.getString("settings"));
    }
}
