package io.rotadesk.petition.summary;

import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts of the units of a tree in a month that are kept with each version of its summary, in a table of their own.
 *
 * @param <T> what is counted for a unit; its components are the columns of the table, the unit first
 */
abstract class UnitCounts<T extends Record> {

    private final JdbcClient db;
    private final Units units;
    private final Class<T> type;
    private final String table;
    private final String columns;
    private final int width;

    /** @param columns the names of the columns of a unit's row, in the order of the record's components */
    UnitCounts(JdbcClient db, Units units, Class<T> type, String table, List<String> columns) {
        this.db = db;
        this.units = units;
        this.type = type;
        this.table = table;
        this.columns = String.join(", ", columns);
        this.width = columns.size();
    }

    /** Counts now, from the beginning of the month to its end, which does not belong to it. */
    abstract List<T> count(Collection<String> unitIds, Instant from, Instant to);

    /** The values of a row, in the order of its columns. */
    abstract List<Object> values(T counted);

    /** Those of the units in a version, in the order of the units; a unit with nothing to count is left out. */
    public List<T> of(SummaryVersion version, Collection<String> unitIds) {
        String[] ids = unitIds.toArray(String[]::new);
        return db.sql("select " + columns + " from " + table
                        + " where summary_id = ? and version = ? and unit_id = any (?)"
                        + " order by array_position(?, unit_id), 2")
                .param(version.summaryId())
                .param(version.version())
                .param(ids)
                .param(ids)
                .query(type)
                .list();
    }

    void compile(SummaryRows.Row summary, int version) {
        clear(summary.id(), version);
        ZoneId zone = units.get(summary.rootUnitId()).settings().zone();
        List<String> tree = Stream.concat(
                        Stream.of(summary.rootUnitId()),
                        units.below(summary.rootUnitId()).stream().map(Unit::id))
                .toList();
        count(
                        tree,
                        Compilation.start(summary.month(), zone),
                        Compilation.start(summary.month().plusMonths(1), zone))
                .forEach(counted -> db.sql("insert into " + table + " (summary_id, version, " + columns
                                + ") values (?, ?, " + String.join(", ", Collections.nCopies(width, "?")) + ")")
                        .param(summary.id())
                        .param(version)
                        .params(values(counted))
                        .update());
    }

    /** The same as in an earlier version. */
    void copy(String summaryId, int earlier, int version) {
        clear(summaryId, version);
        db.sql("insert into " + table + " (summary_id, version, " + columns + ") select summary_id, ?, " + columns
                        + " from " + table + " where summary_id = ? and version = ?")
                .param(version)
                .param(summaryId)
                .param(earlier)
                .update();
    }

    private void clear(String summaryId, int version) {
        db.sql("delete from " + table + " where summary_id = ? and version = ?")
                .param(summaryId)
                .param(version)
                .update();
    }
}
