package io.rotadesk.staff.handover;

import io.rotadesk.staff.unit.UnitKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open work that is a row of a table: the columns that name the leaver name the colleague then. Its owner extends this. */
public abstract class PersonColumns implements LeaversWork {

    private final JdbcClient db;
    private final String table;
    private final String kind;
    private final UnitKind unit;
    private final String open;
    private final List<String> workers;

    /**
     * @param open the condition for the open rows of a unit, which is the parameter {@code :unit}
     * @param workers the columns that name somebody whose work it is
     */
    protected PersonColumns(JdbcClient db, String table, String kind, UnitKind unit, String open, String... workers) {
        this.db = db;
        this.table = table;
        this.kind = kind;
        this.unit = unit;
        this.open = open;
        this.workers = List.of(workers);
    }

    /** Columns that name somebody else: the row is no work of theirs yet, but will be. */
    protected List<String> others() {
        return List.of();
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final boolean isDoneIn(UnitKind kindOfUnit) {
        return kindOfUnit == unit;
    }

    @Override
    public final int count(String unitId, String login) {
        return db.sql("select count(*) from " + table + " where (" + open + ") and :login in ("
                        + String.join(", ", workers) + ")")
                .param("unit", unitId)
                .param("login", login)
                .query(Integer.class)
                .single();
    }

    @Override
    public final void give(String unitId, String from, String to) {
        List<String> columns =
                Stream.concat(workers.stream(), others().stream()).toList();
        String given = columns.stream()
                .map(column -> column + " = case when " + column + " = :from then :to else " + column + " end")
                .collect(Collectors.joining(", "));
        db.sql("update " + table + " set " + given + " where (" + open + ") and :from in (" + String.join(", ", columns)
                        + ")")
                .param("unit", unitId)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
