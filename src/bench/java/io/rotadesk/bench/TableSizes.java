package io.rotadesk.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sizes of the tables in a database, with their indexes, in bytes.
 *
 * @param bytes by schema and name of the table
 */
record TableSizes(Map<String, Long> bytes) {

    /** Cleans the tables first, so that room that is free again is used before they grow. */
    static TableSizes now(JdbcClient jdbc) {
        jdbc.sql("vacuum").update();
        Map<String, Long> sizes = new LinkedHashMap<>();
        jdbc.sql("""
                        select nspname || '.' || relname as name, pg_total_relation_size(c.oid) as size
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where relkind = 'r' and nspname in ('public', 'rotadesk')
                        """).query().listOfRows().forEach(row -> sizes.put((String) row.get("name"), (Long) row.get("size")));
        return new TableSizes(sizes);
    }

    TableSizes since(TableSizes before) {
        Map<String, Long> grown = new LinkedHashMap<>(bytes);
        before.bytes.forEach((name, size) -> grown.merge(name, -size, Long::sum));
        return new TableSizes(grown);
    }

    double kilobytes() {
        return kilobytes(name -> true);
    }

    double kilobytes(Predicate<String> tables) {
        return bytes.entrySet().stream()
                        .filter(table -> tables.test(table.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum()
                / 1024.0;
    }

    /** One line for each table that changed, the largest first. */
    String lines(int pieces) {
        return bytes.entrySet().stream()
                .filter(table -> table.getValue() != 0)
                .sorted(Comparator.comparingLong(table -> -table.getValue()))
                .map(table -> "%7.2f kB %s".formatted(table.getValue() / 1024.0 / pieces, table.getKey()))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
