package io.rotadesk.platform.lookup;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Columns of an entry that change, for an {@code update} of its row.
 *
 * @param sql the text after {@code set}
 * @param values by the columns' names
 */
public record Changes(String sql, Map<String, Object> values) {

    /** @param changes column names (ours, never a user's words) and values; an {@link Instant} or enum is converted */
    public static Changes of(Map<String, ?> changes) {
        Map<String, Object> values = new HashMap<>();
        changes.forEach((column, value) -> values.put(column, forColumn(value)));
        return new Changes(
                values.keySet().stream().map(column -> column + " = :" + column).collect(Collectors.joining(", ")),
                values);
    }

    /** Converts a value to the form that the database driver takes. */
    public static Object forColumn(Object value) {
        if (value instanceof Instant instant) {
            return Timestamp.from(instant);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }
}
