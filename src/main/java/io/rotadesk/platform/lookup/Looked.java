package io.rotadesk.platform.lookup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;

/**
 * What one way of looking showed. The number of rows that were looked at comes with every row as {@code looked_at}, and with a
 * row of nothing else if need be.
 */
public final class Looked<T> implements RowCallbackHandler {

    private final String id;
    private final RowMapper<T> rows;
    private final List<T> found = new ArrayList<>();
    private long entries;

    /** @param id the column that a row of nothing else has not */
    public Looked(String id, RowMapper<T> rows) {
        this.id = id;
        this.rows = rows;
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        entries = row.getLong("looked_at");
        if (row.getString(id) != null) {
            found.add(rows.mapRow(row, found.size()));
        }
    }

    public List<T> found() {
        return found;
    }

    /** The number of rows that were looked at. */
    public long entries() {
        return entries;
    }
}
