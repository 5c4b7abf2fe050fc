package io.rotadesk.platform.lookup;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks entries up in one register, latest first; each register's own search has one. */
public final class RegisterSearch<T> {

    /** A condition on {@code e} and the values that it names. */
    public record Condition(String sql, Map<String, Object> values) {}

    private final JdbcClient db;
    private final RegisterTable<T> register;

    public RegisterSearch(JdbcClient db, RegisterTable<T> register) {
        this.db = db;
        this.register = register;
    }

    /** @param after null for the first page */
    public Found<T> find(EntryFilter<?> filter, Place after, int limit) {
        Condition where = where(filter);
        Map<String, Object> values = new HashMap<>(where.values());
        String rest = "";
        if (after != null) {
            rest = " and (" + register.at() + ", " + register.id() + ") < (:afterTime, :afterId)";
            values.put("afterTime", Timestamp.from(after.at()));
            values.put("afterId", after.id());
        }
        List<T> entries = latest(new Condition(where.sql() + rest, values), limit + 1);
        if (entries.size() <= limit) {
            return new Found<>(entries, null);
        }
        List<T> page = List.copyOf(entries.subList(0, limit));
        return new Found<>(page, register.place().apply(page.get(limit - 1)));
    }

    /** @param seenBy null for somebody who sees all of the unit's entries */
    public Optional<T> find(String unitId, String id, String seenBy) {
        Map<String, Object> values = new HashMap<>(Map.of("unit", unitId, "id", id));
        String where = "e.unit_id = :unit and " + register.id() + " = :id" + seen(seenBy, values);
        return latest(new Condition(where, values), 1).stream().findFirst();
    }

    /** @param seenBy null for somebody who sees all of the unit's entries */
    public List<T> ofCustomer(long customerId, String seenBy, int atMost) {
        Map<String, Object> values = new HashMap<>(Map.of("customer", customerId));
        return latest(new Condition("e.customer_id = :customer" + seen(seenBy, values), values), atMost);
    }

    /** Gives the condition to queries that count the entries found. */
    public Condition where(EntryFilter<?> filter) {
        Map<String, Object> values = new HashMap<>(Map.of("unit", filter.unitId()));
        StringBuilder where = new StringBuilder("e.unit_id = :unit").append(seen(filter.seenBy(), values));
        if (filter.agent() != null) {
            where.append(" and ").append(register.agent());
            values.put("agent", filter.agent());
        }
        if (filter.state() != null) {
            where.append(" and e.state = :state");
            values.put("state", filter.state().name());
        }
        if (filter.from() != null) {
            where.append(" and ").append(register.at()).append(" >= :from");
            values.put("from", Timestamp.from(filter.from()));
        }
        if (filter.to() != null) {
            where.append(" and ").append(register.at()).append(" < :to");
            values.put("to", Timestamp.from(filter.to()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            SearchText text = SearchText.of(filter.text().strip());
            where.append(" and ").append(text.isNumber() ? register.number() : register.name());
            values.put(text.isNumber() ? "digits" : "name", text.isNumber() ? "%" + text.digits() + "%" : text.name());
        }
        return new Condition(where.toString(), values);
    }

    private String seen(String seenBy, Map<String, Object> values) {
        if (seenBy == null) {
            return "";
        }
        values.put("seenBy", seenBy);
        return " and " + register.seenBy();
    }

    private List<T> latest(Condition where, int atMost) {
        return db.sql("select e.* from " + register.table() + " e where " + where.sql() + " order by " + register.at()
                        + " desc, " + register.id() + " desc limit :atMost")
                .params(where.values())
                .param("atMost", atMost)
                .query(register.rows())
                .list();
    }
}
