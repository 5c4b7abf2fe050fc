package io.rotadesk.platform.lookup;

import java.util.function.Function;

/**
 * A register's table, described for the search. All parameters but the type are SQL in which the table is called {@code
 * e}.
 *
 * @param type the type that a row becomes
 * @param id the column with the entry's id, unique within the unit
 * @param at when an entry began; there is an index on it
 * @param seenBy whether {@code :seenBy} may look into an entry
 * @param agent whether {@code :agent} had to do with it
 * @param number whether one of its phone numbers is like {@code :digits}
 * @param name whether one of its names is like {@code :name}
 * @param place where an entry stands in the list
 */
public record RegisterTable<T>(
        Class<T> type,
        String table,
        String id,
        String at,
        String seenBy,
        String agent,
        String number,
        String name,
        Function<T, Place> place) {}
