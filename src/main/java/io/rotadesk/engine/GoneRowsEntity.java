package io.rotadesk.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.HasDbRevision;

/**
 * Several rows of one table that are deleted with one statement. The engine derives the statement's name from the name
 * of this class.
 */
class GoneRowsEntity implements DbEntity, HasDbRevision {

    private final String table;
    private final List<? extends DbEntity> rows;

    GoneRowsEntity(String table, List<? extends DbEntity> rows) {
        this.table = table;
        this.rows = rows;
    }

    public String getTable() {
        return table;
    }

    public String[] getIds() {
        return rows.stream().map(DbEntity::getId).toArray(String[]::new);
    }

    public Integer[] getRevisions() {
        return rows.stream().map(row -> ((HasDbRevision) row).getRevision()).toArray(Integer[]::new);
    }

    /** For messages: which rows. */
    @Override
    public String getId() {
        return table + " " + String.join(", ", getIds());
    }

    @Override
    public void setId(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object getPersistentState() {
        return Map.of();
    }

    @Override
    public int getRevision() {
        return 1;
    }

    @Override
    public void setRevision(int revision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getRevisionNext() {
        return 1;
    }

    @Override
    public String toString() {
        return getId();
    }
}
