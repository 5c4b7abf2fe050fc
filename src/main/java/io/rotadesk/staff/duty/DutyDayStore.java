package io.rotadesk.staff.duty;

import io.rotadesk.platform.register.Keeping;
import io.rotadesk.platform.register.Kept;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Teams;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads and writes the duty days. */
@Component
public class DutyDayStore {

    /** The roles of a day, without its people. */
    record Day(String unitId, LocalDate date, boolean closed, String callTeam, boolean overridden) {}

    private record UnitDay(String unitId, LocalDate day) {}

    private final JdbcClient jdbc;

    /** Limits of many entries ask for the same few days. */
    private final Kept<UnitDay, Optional<Boolean>> specials;

    DutyDayStore(JdbcClient jdbc, Keeping keeping) {
        this.jdbc = jdbc;
        this.specials = keeping.rows("special-day");
    }

    /** Locks this unit's days until the end of the transaction. */
    public void lock(String unitId) {
        jdbc.sql("select id from unit where id = ? for no key update")
                .param(unitId)
                .query()
                .singleRow();
        specials.readAnew();
    }

    Optional<Day> find(String unitId, LocalDate day) {
        return on("""
                        select unit_id, day as date, closed, call_team, overridden
                        from duty_day where unit_id = :unitId and day = :day
                        """, unitId, day).query(Day.class).optional();
    }

    Optional<LocalDate> lastDay(String unitId) {
        return jdbc.sql("select max(day) from duty_day where unit_id = ?")
                .param(unitId)
                .query(LocalDate.class)
                .optional();
    }

    /** The team that the plan had on call duty on the last open day before this one. */
    Optional<String> plannedBefore(String unitId, LocalDate day) {
        return on("""
                        select planned_team from duty_day
                        where unit_id = :unitId and day < :day and not closed order by day desc limit 1
                        """, unitId, day).query(String.class).optional();
    }

    /** @return the team on call duty: the planned one, unless the manager has set another */
    String plan(String unitId, LocalDate day, boolean closed, String plannedTeam) {
        return on("""
                        insert into duty_day (unit_id, day, closed, planned_team, call_team)
                        values (:unitId, :day, :closed, :team, :team)
                        on conflict (unit_id, day) do update set
                          closed = excluded.closed, planned_team = excluded.planned_team,
                          call_team = case when duty_day.overridden then duty_day.call_team
                                           else excluded.call_team end
                        returning call_team
                        """, unitId, day)
                .param("closed", closed)
                .param("team", plannedTeam)
                .query(String.class)
                .single();
    }

    void override(String unitId, LocalDate day, String callTeam) {
        on("""
                        update duty_day set call_team = :team, overridden = true
                        where unit_id = :unitId and day = :day
                        """, unitId, day).param("team", callTeam).update();
    }

    /** Puts the day back to the plan. */
    String planned(String unitId, LocalDate day) {
        return on("""
                        update duty_day set call_team = planned_team, overridden = false
                        where unit_id = :unitId and day = :day returning call_team
                        """, unitId, day).query(String.class).single();
    }

    /** Whether the day was set to be closed or open; empty for a day that is like its weekday. */
    Optional<Boolean> special(String unitId, LocalDate day) {
        return specials.get(
                        new UnitDay(unitId, day),
                        () -> Optional.of(
                                on("select closed from special_day where unit_id = :unitId and day = :day", unitId, day)
                                        .query(Boolean.class)
                                        .optional()))
                .orElseThrow();
    }

    void setSpecial(String unitId, LocalDate day, boolean closed, String note) {
        specials.changed();
        on("""
                        insert into special_day (unit_id, day, closed, note)
                        values (:unitId, :day, :closed, coalesce(:note, ''))
                        on conflict (unit_id, day) do update set closed = excluded.closed, note = excluded.note
                        """, unitId, day).param("closed", closed).param("note", note).update();
    }

    void setClosed(String unitId, LocalDate day, boolean closed) {
        on("update duty_day set closed = :closed where unit_id = :unitId and day = :day", unitId, day)
                .param("closed", closed)
                .update();
    }

    /** Whether the day has had a contact; its order is then fixed. */
    boolean begun(String unitId, LocalDate day) {
        return on("select exists (select from rota_state where unit_id = :unitId and day = :day)", unitId, day)
                .query(Boolean.class)
                .single();
    }

    /** The number of open days before this one on which the order's team had its queue. */
    public int daysBefore(DutyOrder order) {
        return on("""
                        select count(*) from duty_day
                        where unit_id = :unitId and day < :day and not closed
                          and case when :byCallTeam then call_team = :callTeam else true end
                        """, order.unitId(), order.day())
                .param("byCallTeam", !order.team().equals(Teams.ALL))
                .param("callTeam", order.queue() == Queue.CALL ? order.team() : Teams.other(order.team()))
                .query(Integer.class)
                .single();
    }

    private StatementSpec on(String sql, String unitId, LocalDate day) {
        return jdbc.sql(sql).param("unitId", unitId).param("day", day);
    }
}
