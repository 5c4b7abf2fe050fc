package io.rotadesk.petition.summary;

import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.petition.workday.Workdays;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Records what each matter has to do with a month; the database does it in one statement. A round of a matter that was closed before
 * the petitioner came back counts as it stood then.
 */
@Component
class Compilation {

    /**
     * What each matter has to do with a period: one row for each of its rounds that was open or was closed in it. What belongs to the
     * matter as a whole is with the last of them.
     */
    private static final String ITEMS = """
            with passed as (
              select * from unnest(:units::text[], :days::date[], :counts::int[]) as p (unit_id, day, n)),
            visit as (
              select joined_into as matter_id, count(*) as visits, sum(group_size) as persons,
                count(*) filter (where group_size > 1) as groups
              from matter
              where root_unit_id = :root and state = 'JOINED' and received_at >= :from and received_at < :to
              group by joined_into),
            urging as (
              select matter_id, count(*) as urged from matter_urging
              where urged_at >= :from and urged_at < :to group by matter_id),
            rounds as (
              select m.id, m.reopened + 1 as round, m.unit_id, coalesce(m.reopened_at, m.received_at, m.opened_at) as begun_at,
                m.closed_at, m.overdue_since, m.satisfied, m.outcome, true as is_last,
                m.category, m.group_size, m.anonymous, m.large_scale, coalesce(m.received_at, m.opened_at) as came_at
              from matter m
              where m.root_unit_id = :root and m.state not in ('WAITING', 'NOT_RECEIVED', 'JOINED')
                and coalesce(m.reopened_at, m.received_at, m.opened_at) < :to
                and (m.closed_at is null or m.closed_at >= :from
                  or m.id in (select matter_id from visit))
              union all
              select m.id, r.round, r.unit_id, r.begun_at,
                r.closed_at, r.overdue_since, r.satisfied, r.outcome,
                coalesce((select min(n.begun_at) from matter_round n where n.matter_id = r.matter_id and n.round > r.round),
                  m.reopened_at, r.closed_at) >= :to,
                m.category, m.group_size, m.anonymous, m.large_scale, coalesce(m.received_at, m.opened_at)
              from matter_round r join matter m on m.id = r.matter_id
              where m.root_unit_id = :root and r.begun_at < :to
                and (r.closed_at >= :from or r.matter_id in (select matter_id from visit))),
            concerned as (
              select r.*, r.is_last and r.came_at >= :from as is_new,
                coalesce(r.closed_at >= :from and r.closed_at < :to, false) as is_closed,
                coalesce(r.closed_at >= :to, true) as is_open,
                (r.begun_at at time zone :zone)::date as begun_on,
                (r.closed_at at time zone :zone)::date as closed_on
              from rounds r where r.is_last or r.closed_at >= :from)
            select m.id as matter_id, m.round, m.unit_id, coalesce(m.category, '') as category,
              m.is_new::int as received,
              coalesce(v.visits, 0) as repeats,
              coalesce(v.persons, 0) + case when m.is_new then m.group_size else 0 end as persons,
              coalesce(v.groups, 0) + (m.is_new and m.group_size > 1)::int as groups,
              (m.is_new and m.anonymous)::int as anonymous,
              (m.is_new and m.large_scale)::int as large_scale,
              m.is_closed::int as closed,
              case when m.is_closed then m.outcome end as outcome,
              case when m.is_closed and ended.n is not null
                then greatest(ended.n - coalesce(begun.n, 0), 0) end as days,
              m.is_open::int as still_open,
              ((m.is_open or m.is_closed) and coalesce(m.overdue_since < :to, false)
                or exists (select from matter_missed_deadline o where o.matter_id = m.id and o.since < :to
                             and coalesce(o.ended_at >= :from, true)
                             and (m.round = 1 or o.since >= m.begun_at)
                             and (m.closed_at is null or o.since <= m.closed_at)))::int as overdue,
              (m.is_closed and m.satisfied is not null)::int as rated,
              (m.is_closed and coalesce(m.satisfied, false))::int as satisfied,
              coalesce(g.urged, 0) as urged
            from concerned m
            left join visit v on m.is_last and v.matter_id = m.id
            left join urging g on m.is_last and g.matter_id = m.id
            left join passed begun on m.is_closed and begun.unit_id = m.unit_id and begun.day = m.begun_on
            left join passed ended on m.is_closed and ended.unit_id = m.unit_id and ended.day = m.closed_on
            """;

    private final JdbcClient db;
    private final Units units;
    private final WorkdayCalendar calendar;

    Compilation(JdbcClient db, Units units, WorkdayCalendar calendar) {
        this.db = db;
        this.units = units;
        this.calendar = calendar;
    }

    /** Compiles from the register of matters, as it is now. */
    void fromRegister(SummaryRows.Row summary, int version) {
        ZoneId zone = units.get(summary.rootUnitId()).settings().zone();
        Instant from = start(summary.month(), zone);
        Instant to = start(summary.month().plusMonths(1), zone);
        items("""
                        insert into summary_item (matter_id, round, unit_id, category, received, repeats, persons, groups, anonymous,
                          large_scale, closed, outcome, days, still_open, overdue, rated, satisfied, urged, summary_id, version)
                        select items.*, :summary, :version from (%s) items
                        """, summary.rootUnitId(), from, to, zone, true)
                .param("summary", summary.id())
                .param("version", version)
                .update();
    }

    /**
     * Counts a period as the register is now, and keeps nothing.
     *
     * @param to the end of the period, which it does not include
     * @param withDays whether to count the working days until matters were closed, which takes much longer
     */
    List<FigureRow> look(
            String rootUnitId, Collection<String> unitIds, LocalDate from, LocalDate to, boolean withDays) {
        ZoneId zone = units.get(rootUnitId).settings().zone();
        return items(
                        """
                        select unit_id, category, outcome, days, sum(received) as received, sum(repeats) as repeats,
                          sum(persons) as persons, sum(groups) as groups, sum(anonymous) as anonymous,
                          sum(large_scale) as large_scale, sum(closed) as closed, sum(still_open) as still_open,
                          sum(overdue) as overdue, sum(rated) as rated, sum(satisfied) as satisfied, sum(urged) as urged
                        from (%s) items where unit_id = any (:unitIds) group by unit_id, category, outcome, days
                        """,
                        rootUnitId,
                        from.atStartOfDay(zone).toInstant(),
                        to.atStartOfDay(zone).toInstant(),
                        zone,
                        withDays)
                .param("unitIds", unitIds.toArray(String[]::new))
                .query(FigureRow.class)
                .list();
    }

    private StatementSpec items(
            String statement, String rootUnitId, Instant from, Instant to, ZoneId zone, boolean withDays) {
        Passed passed = new Passed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (withDays) {
            passedWorkdays(passed, rootUnitId, from, to, zone);
        }
        return db.sql(statement.formatted(ITEMS))
                .param("units", passed.units().toArray(String[]::new))
                .param("days", passed.days().toArray(Date[]::new))
                .param("counts", passed.counts().toArray(Integer[]::new))
                .param("root", rootUnitId)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("zone", zone.getId());
    }

    /** Compiles from an earlier version, but with the present categories, after a matter got another one. */
    void fromVersion(String summaryId, int earlier, int version) {
        db.sql("""
                        insert into summary_item
                        select i.summary_id, :version, i.matter_id, i.unit_id, coalesce(m.category, i.category), i.received,
                          i.repeats, i.persons, i.groups, i.anonymous, i.large_scale, i.closed, i.outcome, i.days,
                          i.still_open, i.overdue, i.rated, i.satisfied, i.urged, i.round
                        from summary_item i left join matter m on m.id = i.matter_id
                        where i.summary_id = :summary and i.version = :earlier
                        """)
                .param("summary", summaryId)
                .param("earlier", earlier)
                .param("version", version)
                .update();
    }

    static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /**
     * Counts the working days that have passed by the end of each day; the difference of two counts is the time between
     * the days.
     */
    private void passedWorkdays(Passed passed, String rootUnitId, Instant from, Instant to, ZoneId zone) {
        Optional<LocalDate> first = db.sql("""
                        select least(
                          (select min(coalesce(reopened_at, received_at, opened_at)) from matter
                           where root_unit_id = :root and closed_at >= :from and closed_at < :to
                             and state not in ('WAITING', 'NOT_RECEIVED', 'JOINED')),
                          (select min(r.begun_at) from matter_round r join matter m on m.id = r.matter_id
                           where m.root_unit_id = :root and r.closed_at >= :from and r.closed_at < :to)) as first
                        """)
                .param("root", rootUnitId)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, nr) -> Optional.ofNullable(row.getTimestamp("first"))
                        .map(at -> LocalDate.ofInstant(at.toInstant(), zone)))
                .single();
        LocalDate end = LocalDate.ofInstant(to, zone);
        first.ifPresent(day -> Stream.concat(Stream.of(units.get(rootUnitId)), units.below(rootUnitId).stream())
                .map(Unit::id)
                .forEach(unit -> passed.count(unit, calendar.of(unit), day, end)));
    }

    /** @param counts the running counts, from the same start for all days of a unit */
    private record Passed(List<String> units, List<Date> days, List<Integer> counts) {

        private void count(String unit, Workdays workdays, LocalDate first, LocalDate end) {
            int n = 0;
            for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
                n += workdays.isWorking(day) ? 1 : 0;
                units.add(unit);
                days.add(Date.valueOf(day));
                counts.add(n);
            }
        }
    }
}
