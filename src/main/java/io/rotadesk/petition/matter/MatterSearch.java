package io.rotadesk.petition.matter;

import io.rotadesk.platform.lookup.Found;
import io.rotadesk.platform.lookup.Place;
import io.rotadesk.platform.lookup.SearchText;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks matters up in the register, latest first. */
@Repository
public class MatterSearch {

    /**
     * The number of matters found, by state.
     *
     * @param open not closed yet
     * @param overdue overdue, among the open ones
     */
    public record Figures(long all, long open, long overdue, long closed) {}

    private final JdbcClient db;
    private final Units units;
    private final MatterNumbers numbers;

    MatterSearch(JdbcClient db, Units units, MatterNumbers numbers) {
        this.db = db;
        this.units = units;
        this.numbers = numbers;
    }

    /**
     * A further condition on {@code m}.
     *
     * @param values the values of its parameters, whose names must differ from the filter's
     */
    record Condition(String sql, Map<String, Object> values) {

        private static final Condition NONE = new Condition("true", Map.of());
    }

    /** @param after null for the first page */
    public Found<Matter> find(MatterFilter filter, Place after, int limit) {
        return find(filter, Condition.NONE, after, limit);
    }

    Found<Matter> find(MatterFilter filter, Condition also, Place after, int limit) {
        Map<String, Object> values = new HashMap<>(also.values());
        String query = query(filter, also, after, limit, values);
        List<Matter> matters =
                db.sql(query).params(values).query(MatterRows.MATTERS).list();
        if (matters.size() <= limit) {
            return new Found<>(matters, null);
        }
        Matter last = matters.get(limit - 1);
        return new Found<>(
                List.copyOf(matters.subList(0, limit)),
                new Place(last.openedAt(), last.id().value()));
    }

    String query(MatterFilter filter, Place after, int limit, Map<String, Object> values) {
        return query(filter, Condition.NONE, after, limit, values);
    }

    private String query(MatterFilter filter, Condition also, Place after, int limit, Map<String, Object> values) {
        String time = byUnit(filter) ? "(u.opened_at, u.matter_id)" : "(m.opened_at, m.id)";
        String where = from(filter) + where(filter, values) + " and " + also.sql();
        if (after != null) {
            where += " and " + time + " < (:afterTime, :afterMatter)";
            values.put("afterTime", Timestamp.from(after.at()));
            values.put("afterMatter", after.id());
        }
        values.put("limit", limit + 1);
        String order = byUnit(filter) ? "u.opened_at desc, u.matter_id desc" : "m.opened_at desc, m.id desc";
        return "select m.* " + where + " order by " + order + " limit :limit";
    }

    public Figures figures(MatterFilter filter) {
        return figures(filter, Condition.NONE);
    }

    Figures figures(MatterFilter filter, Condition also) {
        Map<String, Object> values = new HashMap<>(also.values());
        String where = from(filter) + where(filter, values) + " and " + also.sql();
        return db.sql("""
                        select count(*) as "all",
                          count(*) filter (where m.state in ('RECEIVED', 'PLANNED', 'ALERTED', 'ON_SCENE')) as open,
                          count(*) filter (where m.overdue_since is not null and m.closed_at is null) as overdue,
                          count(*) filter (where m.state = 'CLOSED') as closed
                        """ + where).params(values).query(Figures.class).single();
    }

    /** Whether the unit, or with {@code below} a unit below it, has to do with the matter. */
    public boolean sees(String unitId, boolean below, MatterId matterId) {
        String[] seeing = below ? withBelow(unitId) : new String[] {unitId};
        return db.sql("select exists (select from matter_unit where matter_id = ? and unit_id = any (?))")
                .param(matterId.value())
                .param(seeing)
                .query(Boolean.class)
                .single();
    }

    /**
     * The register of one unit uses its own index; a search over several units, or for a person, uses that of the
     * matters.
     */
    private static boolean byUnit(MatterFilter filter) {
        return !filter.withBelow() && filter.responsible() == null;
    }

    private static String from(MatterFilter filter) {
        return byUnit(filter)
                ? "from matter_unit u join matter m on m.id = u.matter_id where "
                : "from matter m where ";
    }

    private String where(MatterFilter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder();
        if (byUnit(filter)) {
            where.append("u.unit_id = :unit");
            values.put("unit", filter.unitId());
        } else if (filter.withBelow()) {
            // The index is by tree; usually these units are nearly all of it.
            where.append("m.root_unit_id = :root and m.unit_id = any (:units)");
            values.put("root", numbers.root(filter.unitId()));
            values.put("units", withBelow(filter.unitId()));
        } else {
            where.append("exists (select from matter_unit u where u.matter_id = m.id and u.unit_id = :unit)");
            values.put("unit", filter.unitId());
        }
        if (filter.responsible() != null) {
            where.append(" and m.responsible = :responsible");
            values.put("responsible", filter.responsible());
        }
        if (filter.states() == null || filter.states().isEmpty()) {
            where.append(" and m.state not in ('JOINED', 'NOT_RECEIVED')");
        } else {
            where.append(" and m.state = any (:states)");
            values.put("states", filter.states().stream().map(Enum::name).toArray(String[]::new));
        }
        if (filter.category() != null) {
            where.append(" and m.category = :category");
            values.put("category", filter.category());
        }
        if (filter.overdue()) {
            where.append(" and m.overdue_since is not null");
        }
        String opened = byUnit(filter) ? "u.opened_at" : "m.opened_at";
        if (filter.from() != null) {
            where.append(" and ").append(opened).append(" >= :from");
            values.put("from", Timestamp.from(filter.from()));
        }
        if (filter.to() != null) {
            where.append(" and ").append(opened).append(" < :to");
            values.put("to", Timestamp.from(filter.to()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and ").append(text(filter.text().strip(), values));
        }
        return where.toString();
    }

    private String[] withBelow(String unitId) {
        return Stream.concat(Stream.of(unitId), units.below(unitId).stream().map(Unit::id))
                .toArray(String[]::new);
    }

    /** The number of a matter has a dash after the year; a phone number is found by its digits, however it was typed. */
    private static String text(String typed, Map<String, Object> values) {
        if (typed.matches("[0-9]{4}-[0-9]{0,9}")) {
            values.put("number", typed + "%");
            return "m.number like :number";
        }
        SearchText text = SearchText.of(typed);
        if (text.isNumber()) {
            values.put("digits", "%" + text.digits() + "%");
            // Leading zeros of a serial number count.
            values.put("number", "%" + typed.replaceAll("[^0-9]", ""));
            return "(m.petitioner_phone like :digits or m.number like :number)";
        }
        values.put("name", text.name());
        values.put(
                "characters",
                typed.toLowerCase(Locale.ROOT)
                        .codePoints()
                        .mapToObj(Character::toString)
                        .distinct()
                        .toArray(String[]::new));
        return "(string_to_array(lower(m.petitioner_name), null) @> cast(:characters as text[]) and m.petitioner_name ilike :name)";
    }
}
