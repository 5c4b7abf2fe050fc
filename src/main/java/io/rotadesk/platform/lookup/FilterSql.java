package io.rotadesk.platform.lookup;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;

/** A filter of a register's entries as SQL, in two parts: what every index tells, and what is left to compare. */
final class FilterSql {

    private final RegisterTable<?> register;
    private final EntryFilter<?> filter;
    private final SearchText text;
    private final Map<String, Object> values = new HashMap<>();
    private final String bounds;
    private final String person;
    private final String rest;

    /** @param after the place after which entries are wanted; null for all */
    FilterSql(RegisterTable<?> register, EntryFilter<?> filter, PageEnd after) {
        this.register = register;
        this.filter = filter;
        this.text = filter.searchText();
        this.bounds = boundsAfter(after);
        this.person = person();
        this.rest = compared();
    }

    /** The values of all parameters. */
    Map<String, Object> values() {
        return values;
    }

    /** Conditions on the unit and the time. */
    String bounds() {
        return bounds;
    }

    /** All conditions. */
    String where() {
        return bounds + person + rest;
    }

    /** @param columns what is wanted of the entries */
    Ways ways(String columns) {
        return new Ways(register, filter, bounds, bounds + rest, person, columns);
    }

    private String boundsAfter(PageEnd after) {
        StringBuilder where = new StringBuilder("e.unit_id = :unit");
        values.put("unit", filter.unitId());
        if (filter.from() != null) {
            where.append(" and ").append(register.at()).append(" >= :from");
            values.put("from", Timestamp.from(filter.from()));
        }
        if (filter.to() != null) {
            where.append(" and ").append(register.at()).append(" < :to");
            values.put("to", Timestamp.from(filter.to()));
        }
        if (after != null) {
            where.append(" and (%s, %s) < (:afterTime, :afterId)".formatted(register.at(), register.id()));
            values.put("afterTime", Timestamp.from(after.at()));
            values.put("afterId", after.id());
        }
        return where.toString();
    }

    /** The condition on the person by whom entries are looked for: the one who looks, or else the agent asked for. */
    private String person() {
        if (filter.seenBy() != null) {
            values.put("seenBy", filter.seenBy());
            return " and " + register.seenBy();
        }
        return filter.agent() == null ? "" : agent();
    }

    private String agent() {
        values.put("agent", filter.agent());
        return " and " + register.agent();
    }

    private String compared() {
        StringBuilder where = new StringBuilder();
        if (filter.seenBy() != null && filter.agent() != null) {
            where.append(agent());
        }
        if (filter.state() != null) {
            where.append(" and e.state = :state");
            values.put("state", filter.state().name());
        }
        if (text != null) {
            where.append(" and ").append(text.isNumber() ? register.number() : register.name());
            values.put(text.isNumber() ? "digits" : "name", text.isNumber() ? "%" + text.digits() + "%" : text.name());
            values.put("searched", text.indexed());
        }
        return where.toString();
    }
}
