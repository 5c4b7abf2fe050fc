package io.rotadesk.petition.workday;

import static io.rotadesk.petition.workday.UnitsUpwards.WITH_UPWARDS;

import io.rotadesk.platform.register.OncePerTransaction;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The working days of petition units: the weekdays of their settings, public holidays, and days worked instead. For a
 * day that a unit does not name itself, the entry of the nearest unit above counts. Within a transaction a unit's
 * calendar is read once.
 */
@Component
public class WorkdayCalendar {

    /** @param unitId the unit that entered it: the unit itself or one above */
    public record Entry(String unitId, CalendarDay day) {}

    private final JdbcClient jdbc;
    private final PetitionSettingsStore settings;
    private final OncePerTransaction<String, Workdays> known = new OncePerTransaction<>();

    WorkdayCalendar(JdbcClient jdbc, PetitionSettingsStore settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    public boolean isWorking(String unitId, LocalDate day) {
        return of(unitId).isWorking(day);
    }

    /** All of the unit's working days at once, for code that counts many. */
    public Workdays of(String unitId) {
        return known.get(unitId, () -> Optional.of(read(unitId))).orElseThrow();
    }

    /** The days of the year that differ from their weekday, in order, including those entered by the units above. */
    public List<Entry> entries(String unitId, Year year) {
        return jdbc.sql(WITH_UPWARDS + """
                        select distinct on (c.day) c.unit_id, c.day, c.working, c.name
                        from upwards u join calendar_day c on c.unit_id = u.id
                        where c.day between ? and ? order by c.day, u.distance
                        """)
                .param(unitId)
                .param(year.atDay(1))
                .param(year.atDay(year.length()))
                .query((row, nr) -> new Entry(
                        row.getString("unit_id"),
                        new CalendarDay(
                                row.getObject("day", LocalDate.class),
                                row.getBoolean("working"),
                                row.getString("name"))))
                .list();
    }

    /**
     * Enters days at the unit; a day that it has already is replaced.
     *
     * @throws NoSuchElementException if there is no such petition unit
     */
    @Transactional
    public void enter(String unitId, Collection<CalendarDay> days) {
        settings.requirePetition(unitId);
        days.forEach(day -> jdbc.sql("""
                        insert into calendar_day (unit_id, day, working, name) values (:unit, :day, :working, :name)
                        on conflict (unit_id, day) do update set working = excluded.working, name = excluded.name
                        """)
                .param("unit", unitId)
                .param("day", day.day())
                .param("working", day.working())
                .param("name", day.name())
                .update());
        known.forgetAll();
    }

    /** Replaces all of the unit's own days by these. */
    @Transactional
    public void replace(String unitId, Collection<CalendarDay> days) {
        settings.requirePetition(unitId);
        jdbc.sql("delete from calendar_day where unit_id = ?").param(unitId).update();
        enter(unitId, days);
    }

    /** The unit's own days, in their order. */
    public List<CalendarDay> own(String unitId) {
        return jdbc.sql("select day, working, name from calendar_day where unit_id = ? order by day")
                .param(unitId)
                .query(CalendarDay.class)
                .list();
    }

    /** @return whether the unit had such an entry; from then on the day follows the units above, or its weekday */
    @Transactional
    public boolean remove(String unitId, LocalDate day) {
        int removed = jdbc.sql("delete from calendar_day where unit_id = ? and day = ?")
                .param(unitId)
                .param(day)
                .update();
        known.forgetAll();
        return removed > 0;
    }

    private Workdays read(String unitId) {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        Map<LocalDate, String> names = new HashMap<>();
        jdbc.sql(WITH_UPWARDS + """
                        select distinct on (c.day) c.day, c.working, c.name
                        from upwards u join calendar_day c on c.unit_id = u.id order by c.day, u.distance
                        """).param(unitId).query(row -> {
            LocalDate day = row.getObject("day", LocalDate.class);
            exceptions.put(day, row.getBoolean("working"));
            if (row.getString("name") != null) {
                names.put(day, row.getString("name"));
            }
        });
        return new Workdays(settings.of(unitId).workingDays(), exceptions, names);
    }
}
