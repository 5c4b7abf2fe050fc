package io.rotadesk.platform.lookup;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways to look for what a filter wants, in the order in which they are tried. Each reads little, whatever somebody
 * types and however many entries there are: it follows an index and stops when it has enough. So nothing depends on what
 * the database believes about the words and people that it does not know beforehand.
 */
final class Ways {

    /** How many entries of a state or a person are looked at before another way is tried. */
    private static final int LOOK_AT = 4_000;

    /** All columns. */
    static final String ENTRIES = "e.*";

    private final RegisterTable<?> register;
    private final EntryFilter<?> filter;
    private final SearchText text;
    private final String bounds;
    private final String others;
    private final String where;
    private final String person;
    private final String columns;

    /**
     * @param bounds conditions on the unit and the time
     * @param others all conditions but the one on the person
     * @param person the condition on the person; empty for none
     * @param columns what is wanted of the entries where nobody need look at more
     */
    Ways(
            RegisterTable<?> register,
            EntryFilter<?> filter,
            String bounds,
            String others,
            String person,
            String columns) {
        this.register = register;
        this.filter = filter;
        this.text = filter.searchText();
        this.bounds = bounds;
        this.others = others;
        this.where = others + person;
        this.person = person;
        this.columns = columns;
    }

    /**
     * @param wanted how many entries are enough
     * @param busy whether the person who looks has so many customers that going through them takes longer than going
     *     through the entries
     */
    List<Way> toEntries(int wanted, boolean busy) {
        boolean byPerson = filter.ofOnePerson() && !busy;
        List<Way> ways = new ArrayList<>();
        if (filter.state() != null && (text != null || filter.ofOnePerson())) {
            ways.add(byState(LOOK_AT, false));
        }
        if (text != null && byPerson) {
            ways.add(byPerson(LOOK_AT, false));
        }
        if (text != null) {
            ways.add(byText(wanted));
        } else if (byPerson) {
            ways.add(byPerson(wanted, true));
        } else if (filter.state() != null && !filter.ofOnePerson()) {
            ways.add(byState(wanted, true));
        } else {
            ways.add(byTime(wanted, true));
        }
        return ways;
    }

    /** For figures of a person who has very many customers: what of the latest entries is theirs. */
    Way toLatest(int atMost) {
        return byTime(atMost, false);
    }

    private Way byTime(int atMost, boolean exact) {
        return exact ? latestOf(where, atMost) : way("select e.*" + from(bounds), atMost, false);
    }

    private Way byState(int atMost, boolean exact) {
        String states = register.open().contains(filter.state()) ? register.isOpen() : register.isClosed();
        return exact
                ? latestOf(where + " and " + states, atMost)
                : way("select e.*" + from(bounds + " and e.state = :state and " + states), atMost, false);
    }

    /** Where nobody wants to see the entries themselves, entries of the same instant need no order. */
    private Way latestOf(String conditions, int atMost) {
        String select = "select " + columns + from(conditions);
        return columns.equals(ENTRIES)
                ? way(select, atMost, true)
                : new Way(select + " order by " + register.at() + " desc limit " + atMost, atMost, true);
    }

    private Way byPerson(int atMost, boolean exact) {
        String conditions = exact ? others : bounds;
        List<String> selects = new ArrayList<>();
        selects.add("select e.*" + from(conditions + " and " + register.isOpen() + person));
        (filter.seenBy() != null ? register.seenByWays() : register.agentWays())
                .forEach(part -> selects.add(latest(
                        "select e.*" + from(conditions + " and " + register.isClosed() + " and " + part), atMost)));
        if (filter.seenBy() != null) {
            selects.add(withCustomers(conditions, atMost));
        }
        // An entry can be somebody's in more than one way.
        return way(
                "select distinct on (" + register.at() + ", " + register.id() + ") e.* from (("
                        + String.join(") union all (", selects) + ")) e",
                atMost,
                exact);
    }

    /** Customer by customer: the database must not look for the customer of each entry instead. */
    private String withCustomers(String conditions, int atMost) {
        String ofOne = latest("select e.*" + from("e.customer_id = own.id and " + conditions), atMost);
        return latest(
                "select e.* from (" + register.seenWithCustomers() + " offset 0) own cross join lateral (" + ofOne
                        + ") e",
                atMost);
    }

    /**
     * Part by part, latest first; the unit is in the terms. Within a part the terms alone say where to look: a database
     * that believes the unit to be small, as it does of all units when it keeps one plan for them, would rather go through
     * all of the unit's entries. Unit and part are compared too, in a way that no index knows: where a table is so small
     * that it is read from end to end, most of its rows are told apart by that and not by their terms, which costs far more.
     */
    private Way byText(int atMost) {
        String terms =
                "search_terms_of_%s(:unit || '@' || part, :searched)".formatted(text.isNumber() ? "number" : "name");
        String ofThisPart = "e.unit_id || '' = :unit and search_part_number(%s, %d) = part"
                .formatted(register.at(), register.daysInPart());
        String withTerms = "select e.*"
                + from(ofThisPart + " and " + register.isClosed() + " and " + register.terms() + " @> " + terms);
        String ofPart = latest("select e.* from (" + withTerms + " offset 0) e where " + where, atMost);
        String closed = "select e.* from (select generate_series(" + partAt("desc") + ", " + partAt("asc")
                + ", -1) as part) parts cross join lateral (" + ofPart + ") e limit " + atMost;
        String open = "select e.*" + from(where + " and " + register.isOpen());
        return way("select e.* from ((" + open + ") union all (" + closed + ")) e", atMost, true);
    }

    private String partAt(String order) {
        return "search_part_number((select " + register.at() + from(bounds) + " order by " + register.at() + " " + order
                + " limit 1), " + register.daysInPart() + ")";
    }

    private Way way(String select, int atMost, boolean exact) {
        return new Way(latest(select, atMost), atMost, exact);
    }

    private String latest(String select, int atMost) {
        return select + register.newestFirst() + " limit " + atMost;
    }

    private String from(String conditions) {
        return " from " + register.table() + " e where " + conditions;
    }
}
