package io.rotadesk.platform.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of one table. Within a transaction a row is read once, and what is saved is what is read from then on. Nobody
 * names a column: a row changes by the transitions of its record.
 *
 * @param <K> the key of a row: the first component of the record
 * @param <R> the row
 */
public final class Register<K, R extends Record> {

    private static final String KEY = "key_";

    private final JdbcClient db;
    private final String table;
    private final RecordColumns<R> columns;
    private final Function<K, ? extends RuntimeException> unknown;
    private final OncePerTransaction<K, R> known = new OncePerTransaction<>();

    /** @param unknown what is thrown when a row must be there and is not */
    public Register(JdbcClient db, String table, Class<R> type, Function<K, ? extends RuntimeException> unknown) {
        this.db = db;
        this.table = table;
        this.columns = RecordColumns.of(type);
        this.unknown = unknown;
    }

    /** How a row of the table becomes a record, for queries of the table's own. */
    public RowMapper<R> rows() {
        return columns;
    }

    public R get(K key) {
        return find(key).orElseThrow(() -> unknown.apply(key));
    }

    public Optional<R> find(K key) {
        return known.get(key, () -> read(key, ""));
    }

    /**
     * Locks the row until the transaction ends, and reads it again: two events of one row come one after the other.
     */
    public Optional<R> hold(K key) {
        return hold(key, " for update");
    }

    /** @param rest of the statement: what else must be true of the row, and how it is held */
    public Optional<R> hold(K key, String rest) {
        known.forget(key);
        return known.get(key, () -> read(key, rest));
    }

    /** @return the row as it is then; empty when there is one with its key already */
    public Optional<R> add(R row) {
        Map<String, Object> values = columns.of(row);
        values.values().removeIf(Objects::isNull);
        Optional<R> added = db.sql("insert into " + table + " (" + String.join(", ", values.keySet()) + ") values ("
                        + values.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", "))
                        + ") on conflict do nothing returning *")
                .params(values)
                .query(columns)
                .optional();
        added.ifPresent(this::know);
        return added;
    }

    /**
     * Saves the columns in which the two differ, in one statement; none when there is nothing to save.
     *
     * @return the row as it is then, with what others changed in its other columns
     */
    public R save(R before, R after) {
        K key = key(after);
        if (!key.equals(key(before))) {
            throw new IllegalArgumentException(key(before) + " cannot become " + key);
        }
        Map<String, Object> was = columns.of(before);
        Map<String, Object> values = columns.of(after);
        values.entrySet().removeIf(column -> Objects.equals(column.getValue(), was.get(column.getKey())));
        if (values.isEmpty()) {
            return before;
        }
        String set =
                values.keySet().stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));
        values.putAll(keyParams(key));
        R saved = db.sql("update " + table + " set " + set + where(key) + " returning *")
                .params(values)
                .query(columns)
                .optional()
                .orElseThrow(() -> unknown.apply(key));
        know(saved);
        return saved;
    }

    /** For a statement of the table's own that answered with the row. */
    public void know(R row) {
        known.put(key(row), row);
    }

    /** For a statement of the table's own that changed a row without reading it. */
    public void forget(K key) {
        known.forget(key);
    }

    /** The same, for more than one row. */
    public void forgetAll() {
        known.forgetAll();
    }

    private Optional<R> read(K key, String rest) {
        return db.sql("select * from " + table + where(key) + rest)
                .params(keyParams(key))
                .query(columns)
                .optional();
    }

    private String where(K key) {
        return columns.ofKey(key).keySet().stream()
                .map(column -> column + " = :" + KEY + column)
                .collect(Collectors.joining(" and ", " where ", ""));
    }

    private Map<String, Object> keyParams(K key) {
        Map<String, Object> params = new LinkedHashMap<>();
        columns.ofKey(key).forEach((column, value) -> params.put(KEY + column, value));
        return params;
    }

    @SuppressWarnings("unchecked")
    private K key(R row) {
        return (K) columns.key(row);
    }
}
