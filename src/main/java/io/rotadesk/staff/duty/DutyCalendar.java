package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.Teams;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the days that are planned ahead. */
@Component
public class DutyCalendar {

    /**
     * The roles of one day.
     *
     * @param date in the unit's time zone
     * @param callTeam "A" or "B"; no meaning on a closed day, nor in a unit without teams
     * @param overridden whether the manager has changed the roles
     * @param reordered whether the manager has set the order of a queue
     * @param note why the day is closed, or open though the weekday is not
     */
    public record Day(
            LocalDate date, boolean closed, String callTeam, boolean overridden, boolean reordered, String note) {

        public String visitTeam() {
            return Teams.other(callTeam);
        }
    }

    private final DutyDays days;
    private final JdbcClient jdbc;

    DutyCalendar(DutyDays days, JdbcClient jdbc) {
        this.days = days;
        this.jdbc = jdbc;
    }

    /** Today and the next {@value DutyDays#AHEAD} days. */
    @Transactional
    public List<Day> ahead(String unitId) {
        LocalDate today = days.date(unitId);
        List<Day> known = from(unitId, today);
        if (known.size() <= DutyDays.AHEAD) {
            days.makeAhead(unitId);
            known = from(unitId, today);
        }
        return known;
    }

    private List<Day> from(String unitId, LocalDate today) {
        return jdbc.sql("""
                        select d.day as date, d.closed, d.call_team, d.overridden, coalesce(s.note, '') as note,
                          exists (select from duty_order o where o.unit_id = d.unit_id and o.day = d.day and o.overridden
                                    and not exists (select from duty_order n where n.unit_id = o.unit_id
                                      and n.day = o.day and n.queue = o.queue and n.version > o.version)) as reordered
                        from duty_day d left join special_day s on s.unit_id = d.unit_id and s.day = d.day
                        where d.unit_id = :unitId and d.day >= :today order by d.day
                        """)
                .param("unitId", unitId)
                .param("today", today)
                .query(Day.class)
                .list();
    }
}
