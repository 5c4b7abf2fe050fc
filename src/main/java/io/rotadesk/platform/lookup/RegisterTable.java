package io.rotadesk.platform.lookup;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;

/**
 * A register's table, described for the search. All texts are SQL in which the table is called {@code e}. For each of
 * the ways to look there is an index, of closed entries only; the open ones are few, and have an index of their own.
 *
 * @param rows how a row becomes an entry
 * @param id the column with the entry's id, unique within the unit
 * @param at when an entry began
 * @param open the states of an entry that still changes
 * @param seenBy whether {@code :seenBy} may look into an entry
 * @param seenByWays the parts of {@code seenBy} with an index each
 * @param seenWithCustomers a select of the ids of customers whose entries {@code :seenBy} may look into; with the parts
 *     before, all of {@code seenBy}
 * @param agent whether {@code :agent} had to do with it
 * @param agentWays the parts of {@code agent} with an index each
 * @param number whether one of its phone numbers is like {@code :digits}
 * @param name whether one of its names is like {@code :name}
 * @param terms the expression of the search index, which goes by parts of the unit's entries
 * @param daysInPart how many days' entries are in a part
 * @param place the place of an entry in the list
 */
public record RegisterTable<T>(
        RowMapper<T> rows,
        String table,
        String id,
        String at,
        Set<? extends Enum<?>> open,
        String seenBy,
        List<String> seenByWays,
        String seenWithCustomers,
        String agent,
        List<String> agentWays,
        String number,
        String name,
        String terms,
        int daysInPart,
        Function<T, PageEnd> place) {

    String isOpen() {
        return "e.state in " + openStates();
    }

    /** Written as in the indexes. */
    String isClosed() {
        return "e.state not in " + openStates();
    }

    String newestFirst() {
        return " order by " + at + " desc, " + id + " desc";
    }

    private String openStates() {
        return open.stream().map(state -> "'" + state.name() + "'").collect(Collectors.joining(", ", "(", ")"));
    }
}
