package io.rotadesk.platform.lookup;

import java.util.Map;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts the entries of a register that a search finds: all of them, or the latest ones if there are very many. Nobody
 * waits for a count of everything.
 *
 * @param <F> a record of the figures
 */
public final class RegisterFigures<F> {

    /** How many entries are counted at most where the index by time alone tells the figures. */
    private static final int ALL = 100_000;

    /** How many entries of a person or a state are counted at most. */
    private static final int SOME = 5_000;

    /** How many entries with a number or a name are counted at most. */
    private static final int WITH_TEXT = 1_000;

    /** How many of them, if somebody looks whose share of all is small and cannot be looked for by itself. */
    private static final int WITH_TEXT_FOR_BUSY = 100;

    private final JdbcClient db;
    private final RegisterTable<?> register;
    private final String columns;
    private final String figures;
    private final RowMapper<F> rows;
    private final BusyPeople people;

    /**
     * @param columns of {@code e} that are in the index by time
     * @param figures aggregates over them, named as the components of the record
     */
    public RegisterFigures(JdbcClient db, RegisterTable<?> register, String columns, String figures, Class<F> type) {
        this.db = db;
        this.register = register;
        this.columns = columns;
        this.figures = figures;
        this.people = new BusyPeople(db, register);
        this.rows = new DataClassRowMapper<>(type);
    }

    /** @param more values that the aggregates name */
    public Counted<F> of(EntryFilter<?> filter, Map<String, Object> more) {
        FilterSql sql = new FilterSql(register, filter, null);
        boolean busy = people.isBusy(filter);
        if (busy && filter.searchText() == null) {
            return count(sql.ways(Ways.ENTRIES).toLatest(SOME), sql, more);
        }
        Counted<F> counted = null;
        for (Way way : sql.ways(columns).toEntries(atMost(filter, busy), busy)) {
            counted = count(way, sql, more);
            if (counted.all()) {
                break;
            }
        }
        return counted;
    }

    private static int atMost(EntryFilter<?> filter, boolean busy) {
        if (filter.searchText() != null) {
            return busy ? WITH_TEXT_FOR_BUSY : WITH_TEXT;
        }
        return filter.ofOnePerson() || filter.state() != null ? SOME : ALL;
    }

    private Counted<F> count(Way way, FilterSql sql, Map<String, Object> more) {
        String found = way.exact()
                ? ", count(*) as found, count(*) as looked_at from (" + way.sql() + ") e"
                : ", count(*) as found, (select count(*) from looked) as looked_at from looked e where " + sql.where();
        return db.sql((way.exact() ? "" : "with looked as materialized (" + way.sql() + ") ") + "select " + figures
                        + found)
                .params(sql.values())
                .params(more)
                .query((row, number) -> new Counted<>(
                        rows.mapRow(row, number), row.getLong("found"), way.sawAll(row.getLong("looked_at"))))
                .single();
    }
}
