package io.rotadesk.petition.summary;

import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.staff.erasing.FreeTexts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes summaries and their versions. */
@Component
class SummaryRows implements FreeTexts {

    /** A summary, without its versions. */
    record Row(String id, String rootUnitId, YearMonth month) {}

    private static final String VERSION = """
            select v.summary_id, s.root_unit_id, s.month, v.version, v.reason, v.compiled_at, v.analysis, v.signed_by, v.signed_at
            from summary_version v join summary s on s.id = v.summary_id
            """;

    private final JdbcClient db;

    SummaryRows(JdbcClient db) {
        this.db = db;
    }

    /** @return false if the month already has a summary */
    boolean insert(Row row, Instant now) {
        return db.sql("""
                                insert into summary (id, root_unit_id, month, created_at) values (?, ?, ?, ?)
                                on conflict (root_unit_id, month) do nothing
                                """)
                        .param(row.id())
                        .param(row.rootUnitId())
                        .param(row.month().atDay(1))
                        .param(Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<String> rootOf(String summaryId) {
        return db.sql("select root_unit_id from summary where id = ?")
                .param(summaryId)
                .query(String.class)
                .optional();
    }

    Optional<Row> find(String rootUnitId, YearMonth month) {
        return db.sql("select id, root_unit_id, month from summary where root_unit_id = ? and month = ?")
                .param(rootUnitId)
                .param(month.atDay(1))
                .query((row, nr) -> row(row))
                .optional();
    }

    /** Locks the summary: nobody else compiles or signs it until the transaction ends. */
    Optional<Row> hold(String id) {
        return db.sql("select id, root_unit_id, month from summary where id = ? for update")
                .param(id)
                .query((row, nr) -> row(row))
                .optional();
    }

    List<YearMonth> months(String rootUnitId) {
        return db.sql("select month from summary where root_unit_id = ?")
                .param(rootUnitId)
                .query((row, nr) -> YearMonth.from(row.getObject("month", LocalDate.class)))
                .list();
    }

    /** The time at which the tree's first matter arrived. */
    Optional<Instant> firstArrival(String rootUnitId) {
        return db.sql("select min(opened_at) as first from matter where root_unit_id = ?")
                .param(rootUnitId)
                .query((row, nr) ->
                        Optional.ofNullable(row.getTimestamp("first")).map(Timestamp::toInstant))
                .single();
    }

    /** Locks, in order, the summaries in which the matter was new, repeated or closed. */
    List<Row> holdThoseWith(MatterId matterId) {
        return db.sql("""
                        select id, root_unit_id, month from summary
                        where id in (select summary_id from summary_item
                                     where matter_id = ? and received + repeats + closed > 0)
                        order by id for update
                        """).param(matterId.value()).query((row, nr) -> row(row)).list();
    }

    Optional<SummaryVersion> version(String summaryId, int version) {
        return db.sql(VERSION + "where v.summary_id = ? and v.version = ?")
                .param(summaryId)
                .param(version)
                .query((row, nr) -> version(row))
                .optional();
    }

    Optional<SummaryVersion> latest(String summaryId) {
        return db.sql(VERSION + "where v.summary_id = ? order by v.version desc limit 1")
                .param(summaryId)
                .query((row, nr) -> version(row))
                .optional();
    }

    /** Newest month first, and in it the newest version first. */
    List<SummaryVersion> ofTree(String rootUnitId) {
        return db.sql(VERSION + "where s.root_unit_id = ? order by s.month desc, v.version desc")
                .param(rootUnitId)
                .query((row, nr) -> version(row))
                .list();
    }

    void insertVersion(String summaryId, int version, SummaryReason reason, Instant now, String analysis) {
        db.sql("""
                        insert into summary_version (summary_id, version, reason, compiled_at, analysis)
                        values (?, ?, ?, ?, ?)
                        """)
                .param(summaryId)
                .param(version)
                .param(reason.name())
                .param(Timestamp.from(now))
                .param(analysis)
                .update();
    }

    /** Deletes the version's figures, so that it can be compiled again. */
    void clear(String summaryId, int version, Instant now) {
        db.sql("delete from summary_item where summary_id = ? and version = ?")
                .param(summaryId)
                .param(version)
                .update();
        db.sql("update summary_version set compiled_at = ? where summary_id = ? and version = ?")
                .param(Timestamp.from(now))
                .param(summaryId)
                .param(version)
                .update();
    }

    void analysed(String summaryId, int version, String analysis, String by) {
        db.sql("update summary_version set analysis = ?, analysed_by = ? where summary_id = ? and version = ?")
                .param(analysis)
                .param(by)
                .param(summaryId)
                .param(version)
                .update();
    }

    void signed(String summaryId, int version, Instant now) {
        db.sql("""
                        update summary_version set signed_by = analysed_by, signed_at = ?
                        where summary_id = ? and version = ?
                        """).param(Timestamp.from(now)).param(summaryId).param(version).update();
    }

    /** One row for each unit, category, outcome and time; all tables and medians are computed from these. */
    List<FigureRow> figures(String summaryId, int version, Collection<String> unitIds) {
        return db.sql("""
                        select unit_id, category, outcome, days, sum(received) as received, sum(repeats) as repeats,
                          sum(persons) as persons, sum(groups) as groups, sum(anonymous) as anonymous,
                          sum(large_scale) as large_scale, sum(closed) as closed, sum(still_open) as still_open,
                          sum(overdue) as overdue, sum(rated) as rated, sum(satisfied) as satisfied, sum(urged) as urged
                        from summary_item where summary_id = ? and version = ? and unit_id = any(?)
                        group by unit_id, category, outcome, days
                        """)
                .param(summaryId)
                .param(version)
                .param(unitIds.toArray(String[]::new))
                .query(FigureRow.class)
                .list();
    }

    /** The matters of the version, by number. */
    List<SummaryMatter> matters(String summaryId, int version, Collection<String> unitIds) {
        return db.sql("""
                        select m.number, i.unit_id, i.category, m.opened_at, coalesce(r.closed_at, m.closed_at) as closed_at,
                          i.outcome, i.days, i.received, i.closed, i.overdue, i.rated, i.satisfied, i.urged
                        from summary_item i join matter m on m.id = i.matter_id
                          left join matter_round r on r.matter_id = i.matter_id and r.round = i.round
                        where i.summary_id = ? and i.version = ? and i.unit_id = any (?) order by m.number, i.round
                        """)
                .param(summaryId)
                .param(version)
                .param(unitIds.toArray(String[]::new))
                .query(SummaryMatter.class)
                .list();
    }

    /** The units with matters in the version. */
    List<String> units(String summaryId, int version) {
        return db.sql("select distinct unit_id from summary_item where summary_id = ? and version = ? order by unit_id")
                .param(summaryId)
                .param(version)
                .query(String.class)
                .list();
    }

    /** @param unitIds null for all units */
    List<VersionTotal> totals(String rootUnitId, Collection<String> unitIds) {
        return db.sql("""
                        select i.summary_id, i.version, sum(i.received) as received, sum(i.repeats) as repeats,
                          sum(i.closed) as closed, sum(i.still_open) as still_open, sum(i.overdue) as overdue,
                          sum(i.rated) as rated, sum(i.satisfied) as satisfied, sum(i.urged) as urged
                        from summary s join summary_item i on i.summary_id = s.id
                        where s.root_unit_id = :root and (:units::text[] is null or i.unit_id = any(:units::text[]))
                        group by i.summary_id, i.version
                        """)
                .param("root", rootUnitId)
                .param("units", unitIds == null ? null : unitIds.toArray(String[]::new))
                .query(VersionTotal.class)
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("root_unit_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)));
    }

    private static SummaryVersion version(ResultSet row) throws SQLException {
        Timestamp signed = row.getTimestamp("signed_at");
        return new SummaryVersion(
                row.getString("summary_id"),
                row.getString("root_unit_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getInt("version"),
                SummaryReason.valueOf(row.getString("reason")),
                row.getTimestamp("compiled_at").toInstant(),
                row.getString("analysis"),
                row.getString("signed_by"),
                signed == null ? null : signed.toInstant());
    }

    @Override
    public String tableOfTexts() {
        return "summary_version";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("analysis");
    }

    /** What was signed stays as it was signed. */
    @Override
    public String ofUnits() {
        return "signed_at is null and summary_id in (select id from summary where root_unit_id = any (:units))";
    }
}
