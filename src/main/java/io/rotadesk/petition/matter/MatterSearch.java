package io.rotadesk.petition.matter;

import io.rotadesk.petition.matter.MatterFilter.Further;
import io.rotadesk.platform.lookup.Counted;
import io.rotadesk.platform.lookup.Found;
import io.rotadesk.platform.lookup.PageEnd;
import io.rotadesk.platform.lookup.SearchStatements;
import io.rotadesk.platform.lookup.SearchText;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** How many matters are counted at most: nobody waits for a count of everything. */
    static final int COUNTED = 10_000;

    /** The place of an open matter without a deadline, when those with the first deadline stand first. */
    private static final Instant NO_DEADLINE = Instant.parse("2999-12-31T00:00:00Z");

    private static final String OPEN = "m.state in ('RECEIVED', 'PLANNED', 'ALERTED', 'ON_SCENE')";

    private static final String IDENTIFIED = "identified";

    private final JdbcClient db;
    private final Units units;
    private final MatterNumbers numbers;
    private final MatterCategories categories;
    private final Identities identities;

    MatterSearch(
            SearchStatements statements,
            Units units,
            MatterNumbers numbers,
            MatterCategories categories,
            Identities identities) {
        this.db = statements.db();
        this.units = units;
        this.numbers = numbers;
        this.categories = categories;
        this.identities = identities;
    }

    /**
     * A further condition on {@code m}.
     *
     * @param values the values of its parameters, whose names must differ from the filter's
     * @param few whether it names the matters, which are few
     * @param counted how many matters it is worth counting: it leaves only a part of those that are looked at
     */
    record Condition(String sql, Map<String, Object> values, boolean few, int counted) {

        private static final Condition NONE = new Condition("true", Map.of(), false, COUNTED);
    }

    /** @param after null for the first page */
    public Found<Matter> find(MatterFilter filter, PageEnd after, int limit) {
        return find(filter, Condition.NONE, after, limit);
    }

    Found<Matter> find(MatterFilter filter, Condition also, PageEnd after, int limit) {
        Map<String, Object> values = new HashMap<>(also.values());
        String query = query(filter, also, after, limit + 1, values);
        List<Matter> matters =
                db.sql(query).params(values).query(MatterRows.MATTERS).list();
        if (matters.size() <= limit) {
            return new Found<>(matters, null);
        }
        Matter last = matters.get(limit - 1);
        return new Found<>(
                List.copyOf(matters.subList(0, limit)),
                new PageEnd(place(filter, last), last.id().value()));
    }

    private static Instant place(MatterFilter filter, Matter matter) {
        if (!filter.further().byDeadline()) {
            return matter.openedAt();
        }
        return matter.dueAt() == null ? NO_DEADLINE : matter.dueAt();
    }

    String query(MatterFilter filter, PageEnd after, int limit, Map<String, Object> values) {
        return query(filter, Condition.NONE, after, limit + 1, values);
    }

    private String query(MatterFilter filter, Condition also, PageEnd after, int limit, Map<String, Object> values) {
        if (after != null) {
            values.put("afterTime", Timestamp.from(after.at()));
            values.put("afterMatter", after.id());
        }
        SearchText text = searchText(filter);
        boolean ofAMovedUnit = !filter.isOfPerson() && hasMattersOfAnotherTree(units(filter));
        if (filter.further().byDeadline()) {
            return byDeadline(filter, also, after, limit, values);
        }
        if (text != null && !filter.isOfPerson() && !also.few() && !ofAMovedUnit) {
            return byText(filter, text, also, after, limit, values);
        }
        boolean byUnit = ofAMovedUnit || byUnit(filter);
        if (byUnit && filter.withBelow()) {
            return byUnits(filter, also, after, limit, values);
        }
        String where = from(byUnit) + where(filter, byUnit, values) + " and " + also.sql()
                + after(after, byUnit ? "u.opened_at, u.matter_id" : "m.opened_at, m.id");
        String order = byUnit ? "u.opened_at desc, u.matter_id desc" : "m.opened_at desc, m.id desc";
        return "select m.* " + where + " order by " + order + " limit " + limit;
    }

    /** Open matters are few: all of them are looked at. */
    private String byDeadline(
            MatterFilter filter, Condition also, PageEnd after, int limit, Map<String, Object> values) {
        String due = "coalesce(m.due_at, timestamptz '" + NO_DEADLINE + "'), m.id";
        return "select m.* from matter m where " + where(filter, false, values) + " and " + also.sql()
                + (after == null ? "" : " and (" + due + ") > (:afterTime, :afterMatter)")
                + " order by " + due + " limit " + limit;
    }

    /** The register of each unit stops when it has enough, and the latest of them all are the page. */
    private String byUnits(MatterFilter filter, Condition also, PageEnd after, int limit, Map<String, Object> values) {
        String where = where(filter, true, values) + " and " + also.sql() + after(after, "u.opened_at, u.matter_id");
        return """
                select m.* from (select distinct f.opened_at, f.matter_id from unnest(cast(:units as text[])) as below (unit_id)
                  cross join lateral (select u.opened_at, u.matter_id from matter_unit u join matter m on m.id = u.matter_id
                    where %1$s order by u.opened_at desc, u.matter_id desc limit %2$d) f) u
                join matter m on m.id = u.matter_id order by u.opened_at desc, u.matter_id desc limit %2$d
                """.formatted(where, limit);
    }

    /**
     * Looks for a text by the index of terms, part by part, latest first, until there are enough. Open matters are few
     * and not in it. Within a part the terms alone say where to look, whatever the database believes of the tree;
     * tree and part are compared too, in a way that no index knows, since comparing terms costs far more.
     */
    private String byText(
            MatterFilter filter,
            SearchText text,
            Condition also,
            PageEnd after,
            int limit,
            Map<String, Object> values) {
        String where = where(filter, false, values) + " and " + also.sql() + after(after, "m.opened_at, m.id");
        values.put("root", numbers.root(filter.unitId()));
        values.put("searched", text.indexed());
        values.put(
                "latest",
                Stream.of(after == null ? null : after.at(), filter.to())
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .map(Timestamp::from)
                        .orElse(null));
        values.put("earliest", filter.from() == null ? null : Timestamp.from(filter.from()));
        String order = " order by m.opened_at desc, m.id desc limit " + limit;
        boolean identified = values.containsKey(IDENTIFIED);
        String byTerms = where + (identified ? " and m.id <> all (:identified)" : "");
        String byIdentity = identified
                ? " union all (select m.* from matter m where m.id = any (:identified) and not " + OPEN + " and "
                        + where + ")"
                : "";
        return """
                select m.* from ((select m.* from matter m where m.root_unit_id = :root and %1$s and %2$s) union all (
                  select m.* from (select generate_series(
                      search_part_number(least(cast(:latest as timestamptz), (select m.opened_at from matter m
                        where m.root_unit_id = :root order by m.opened_at desc limit 1)), 28),
                      search_part_number(greatest(cast(:earliest as timestamptz), (select m.opened_at from matter m
                        where m.root_unit_id = :root order by m.opened_at limit 1)), 28), -1) as part) parts
                  cross join lateral (select m.* from (select m.* from matter m where m.root_unit_id || '' = :root
                      and search_part_number(m.opened_at, 28) = part and not %1$s
                      and search_terms(search_part(m.root_unit_id, m.opened_at, 28),
                        array[m.petitioner_phone, m.number], array[m.petitioner_name])
                      @> search_terms_of_%3$s(:root || '@' || part, :searched) offset 0) m where %6$s %4$s) m limit %5$d)%7$s) m %4$s
                """.formatted(OPEN, where, text.isNumber() ? "number" : "name", order, limit, byTerms, byIdentity);
    }

    private static String after(PageEnd after, String place) {
        return after == null ? "" : " and (" + place + ") < (:afterTime, :afterMatter)";
    }

    public Counted<Figures> figures(MatterFilter filter) {
        return figures(filter, Condition.NONE);
    }

    Counted<Figures> figures(MatterFilter filter, Condition also) {
        Map<String, Object> values = new HashMap<>(also.values());
        String found = query(filter, also, null, also.counted(), values);
        Figures figures =
                db.sql("""
                        select count(*) as "all",
                          count(*) filter (where m.state in ('RECEIVED', 'PLANNED', 'ALERTED', 'ON_SCENE')) as open,
                          count(*) filter (where m.overdue_since is not null and m.closed_at is null) as overdue,
                          count(*) filter (where m.state = 'CLOSED') as closed
                        from (""" + found + ") m").params(values).query(Figures.class).single();
        return new Counted<>(figures, figures.all(), figures.all() < also.counted());
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

    /** A unit that was put below another one keeps its matters, and they keep their tree. The oldest one tells. */
    private boolean hasMattersOfAnotherTree(String... unitIds) {
        return db.sql("""
                        select exists (select from unnest(cast(:units as text[])) as one (unit_id) cross join lateral (
                            select m.root_unit_id from matter_unit u join matter m on m.id = u.matter_id
                            where u.unit_id = one.unit_id order by u.opened_at, u.matter_id limit 1) oldest
                          where oldest.root_unit_id <> :root)
                        """)
                .param("units", unitIds)
                .param("root", numbers.root(unitIds[0]))
                .query(Boolean.class)
                .single();
    }

    /**
     * The register of a unit, or of some of a tree's units, uses their own index. A search over a whole tree, for a
     * person, for open matters or for late ones uses one of the matters' indexes.
     */
    private boolean byUnit(MatterFilter filter) {
        return !isOfWholeTree(filter) && !filter.isOfPerson() && !filter.overdue() && !isOnlyOpen(filter);
    }

    private boolean isOfWholeTree(MatterFilter filter) {
        return filter.withBelow() && numbers.root(filter.unitId()).equals(filter.unitId());
    }

    private static boolean isOnlyOpen(MatterFilter filter) {
        return filter.further().isOnlyOpen()
                || filter.states() != null
                        && !filter.states().isEmpty()
                        && filter.states().stream().allMatch(MatterState::isOpen);
    }

    private static String from(boolean byUnit) {
        return byUnit ? "from matter_unit u join matter m on m.id = u.matter_id where " : "from matter m where ";
    }

    private String where(MatterFilter filter, boolean byUnit, Map<String, Object> values) {
        StringBuilder where = new StringBuilder();
        if (byUnit) {
            where.append(filter.withBelow() ? "u.unit_id = below.unit_id" : "u.unit_id = :unit");
            values.put(filter.withBelow() ? "units" : "unit", filter.withBelow() ? units(filter) : filter.unitId());
        } else if (filter.further().held()) {
            where.append("m.unit_id = any (:holding)");
        } else if (isOfWholeTree(filter)) {
            where.append("m.root_unit_id = :root");
            values.put("root", filter.unitId());
        } else {
            where.append(
                    "(select true from matter_unit u where u.matter_id = m.id and u.unit_id = any (:units) limit 1)");
            if (!filter.isOfPerson()) {
                where.append(" and m.root_unit_id = :root");
                values.put("root", numbers.root(filter.unitId()));
            }
            values.put("units", units(filter));
        }
        if (MatterFilter.WITHOUT.equals(filter.responsible())) {
            where.append(" and m.responsible is null");
        } else if (filter.responsible() != null) {
            where.append(" and m.responsible = :responsible");
            values.put("responsible", filter.responsible());
        }
        if (filter.states() == null || filter.states().isEmpty()) {
            where.append(isOnlyOpen(filter) ? " and " + OPEN : " and m.state not in ('JOINED', 'NOT_RECEIVED')");
        } else {
            where.append(" and m.state = any (:states)").append(isOnlyOpen(filter) ? " and " + OPEN : "");
            values.put("states", filter.states().stream().map(Enum::name).toArray(String[]::new));
        }
        if (MatterFilter.WITHOUT.equals(filter.category())) {
            where.append(" and m.category is null");
        } else if (filter.category() != null) {
            where.append(" and m.category = any (:categories)");
            values.put(
                    "categories",
                    categories.withBelow(filter.unitId(), filter.category()).toArray(String[]::new));
        }
        if (filter.overdue()) {
            where.append(" and m.first_overdue_at is not null");
        }
        if (filter.further().held()) {
            where.append(byUnit ? " and m.unit_id = any (:holding)" : "");
            values.put("holding", units(filter));
        }
        further(filter.further(), where, values);
        String opened = byUnit ? "u.opened_at" : "m.opened_at";
        if (filter.from() != null) {
            where.append(" and ").append(opened).append(" >= :from");
            values.put("from", Timestamp.from(filter.from()));
        }
        if (filter.to() != null) {
            where.append(" and ").append(opened).append(" < :to");
            values.put("to", Timestamp.from(filter.to()));
        }
        SearchText text = searchText(filter);
        if (text != null) {
            where.append(" and ").append(orIdentified(filter, text(filter.text().strip(), text, values), values));
        }
        return where.toString();
    }

    private static void further(Further further, StringBuilder where, Map<String, Object> values) {
        if (further.dueFrom() != null) {
            where.append(" and m.due_at > :dueFrom");
            values.put("dueFrom", Timestamp.from(further.dueFrom()));
        }
        if (further.dueBy() != null) {
            where.append(" and m.due_at <= :dueBy");
            values.put("dueBy", Timestamp.from(further.dueBy()));
        }
        if (further.largeScale()) {
            where.append(" and m.large_scale");
        }
        if (further.urged()) {
            where.append(
                    " and exists (select from matter_urging g where g.matter_id = m.id and g.answered_at is null and g.ended_at is null)");
        }
    }

    private String[] units(MatterFilter filter) {
        return filter.withBelow() ? withBelow(filter.unitId()) : new String[] {filter.unitId()};
    }

    /** What is typed may also be the end of an identity's number; the matters with such a one are few. */
    private String orIdentified(MatterFilter filter, String condition, Map<String, Object> values) {
        Set<MatterId> found = identities.endingWith(filter.unitId(), filter.text());
        if (found.isEmpty()) {
            return condition;
        }
        values.put(IDENTIFIED, found.stream().map(MatterId::value).toArray(String[]::new));
        return "(" + condition + " or m.id = any (:identified))";
    }

    private String[] withBelow(String unitId) {
        return Stream.concat(Stream.of(unitId), units.below(unitId).stream().map(Unit::id))
                .toArray(String[]::new);
    }

    private static SearchText searchText(MatterFilter filter) {
        return SearchText.of(filter.text());
    }

    /** The number of a matter has a dash after the year; a phone number is found by its digits, however it was typed. */
    private static String text(String typed, SearchText text, Map<String, Object> values) {
        if (typed.matches("[0-9]{4}-[0-9]{0,9}")) {
            values.put("number", typed + "%");
            return "m.number like :number";
        }
        if (text.isNumber()) {
            values.put("digits", "%" + text.digits() + "%");
            // Leading zeros of a serial number count.
            values.put("number", "%" + typed.replaceAll("[^0-9]", ""));
            return "(m.petitioner_phone like :digits or m.number like :number)";
        }
        values.put("name", text.name());
        return "m.petitioner_name ilike :name";
    }
}
