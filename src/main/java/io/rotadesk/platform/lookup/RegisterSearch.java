package io.rotadesk.platform.lookup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks entries up in one register, latest first; each register's own search has one. */
public final class RegisterSearch<T> {

    private final JdbcClient db;
    private final RegisterTable<T> register;
    private final BusyPeople people;
    private final String idColumn;

    public RegisterSearch(JdbcClient db, RegisterTable<T> register) {
        this.db = db;
        this.register = register;
        this.people = new BusyPeople(db, register);
        this.idColumn = register.id().substring(register.id().indexOf('.') + 1);
    }

    /** @param after null for the first page */
    public Found<T> find(EntryFilter<?> filter, PageEnd after, int limit) {
        FilterSql sql = new FilterSql(register, filter, after);
        Looked<T> looked = new Looked<>(idColumn, register.rows());
        for (Way way : sql.ways(Ways.ENTRIES).toEntries(limit + 1, people.isBusy(filter))) {
            looked = look(way, sql, limit + 1);
            if (looked.found().size() > limit || way.sawAll(looked.entries())) {
                break;
            }
        }
        if (looked.found().size() <= limit) {
            return new Found<>(looked.found(), null);
        }
        List<T> page = List.copyOf(looked.found().subList(0, limit));
        return new Found<>(page, register.place().apply(page.get(limit - 1)));
    }

    /** @param seenBy null for somebody who sees all of the unit's entries */
    public Optional<T> find(String unitId, String id, String seenBy) {
        Map<String, Object> values = new HashMap<>(Map.of("unit", unitId, "id", id));
        return db.sql("select e.* from " + register.table() + " e where e.unit_id = :unit and " + register.id()
                        + " = :id" + seen(seenBy, values))
                .params(values)
                .query(register.rows())
                .optional();
    }

    /** @param seenBy null for somebody who sees all of the unit's entries */
    public List<T> ofCustomer(long customerId, String seenBy, int atMost) {
        Map<String, Object> values = new HashMap<>(Map.of("customer", customerId));
        return db.sql("select e.* from " + register.table() + " e where e.customer_id = :customer"
                        + seen(seenBy, values) + register.newestFirst() + " limit " + atMost)
                .params(values)
                .query(register.rows())
                .list();
    }

    private String seen(String seenBy, Map<String, Object> values) {
        if (seenBy == null) {
            return "";
        }
        values.put("seenBy", seenBy);
        return " and " + register.seenBy();
    }

    private Looked<T> look(Way way, FilterSql sql, int atMost) {
        Looked<T> looked = new Looked<>(idColumn, register.rows());
        String found = "select e.* from looked e" + (way.exact() ? "" : " where " + sql.where())
                + register.newestFirst() + " limit " + atMost;
        db.sql("with looked as materialized (" + way.sql() + ") select e.*, n.looked_at"
                        + " from (select count(*) as looked_at from looked) n left join lateral (" + found
                        + ") e on true" + register.newestFirst())
                .params(sql.values())
                .query(looked);
        return looked;
    }
}
