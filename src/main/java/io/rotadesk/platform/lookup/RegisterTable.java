package io.rotadesk.platform.lookup;

import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;

/**
 * A register's table, described for the search. All parameters but the rows are SQL in which the table is called {@code
 * e}.
 *
 * @param rows how a row becomes an entry
 * @param id the column with the entry's id, unique within the unit
 * @param at when an entry began; there is an index on it
 * @param seenBy whether {@code :seenBy} may look into an entry
 * @param agent whether {@code :agent} had to do with it
 * @param number whether one of its phone numbers is like {@code :digits}
 * @param name whether one of its names is like {@code :name}
 * @param place the place of an entry in the list
 */
public record RegisterTable<T>(
        RowMapper<T> rows,
        String table,
        String id,
        String at,
        String seenBy,
        String agent,
        String number,
        String name,
        Function<T, Place> place) {}
