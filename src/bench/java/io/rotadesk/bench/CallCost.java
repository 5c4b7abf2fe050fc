package io.rotadesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The cost of one call or visit for the database: statements, the log that is written for it, and what stays in the
 * tables.
 */
final class CallCost {

    private record Sizes(Map<String, Long> byTable) {
        long total() {
            return byTable.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final int number;
    private final Path folder;
    private final String name;
    private final Report.Table table;

    /** @param name of the table, by which its files are told from others */
    CallCost(BenchSettings settings, Report report, Path folder, String name, String title) {
        this.number = Math.max(1, settings.samples() / 3);
        this.folder = folder;
        this.name = name;
        this.table = report.table(
                name,
                title,
                "system",
                "statements",
                "round trips",
                "commits",
                "CPU in Java, ms",
                "CPU in PostgreSQL, ms",
                "WAL, kB",
                "growth, kB");
    }

    void row(Calls calls, CountedStatements dataSource) throws IOException {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        Load.times(number, calls::handle);
        // PostgreSQL logs a whole page at its first change after a checkpoint; without a checkpoint in between all
        // calls are
        // measured alike.
        vacuum(jdbc);
        Sizes before = sizes(jdbc);
        long wal = wal(jdbc);
        CpuTime cpu = CpuTime.now(jdbc);
        Load.times(number, calls::handle);
        cpu = CpuTime.now(jdbc).since(cpu);
        wal = wal(jdbc) - wal;
        vacuum(jdbc);
        Sizes after = sizes(jdbc);
        var counted = dataSource.during(() -> Load.times(number, calls::handle));
        table.row(
                calls.name(),
                counted.statements() / (double) number,
                counted.roundTrips() / (double) number,
                counted.commits() / (double) number,
                cpu.java() / number,
                cpu.database() / number,
                wal / 1024.0 / number,
                (after.total() - before.total()) / 1024.0 / number);
        Files.createDirectories(folder);
        Files.writeString(file("statements", calls), texts(counted));
        Files.writeString(file("growth", calls), growth(before, after));
    }

    private Path file(String content, Calls calls) {
        return folder.resolve(
                "%s-%s-%s.txt".formatted(content, name, calls.name().replaceAll("\\W+", "-")));
    }

    private String texts(CountedStatements.Counted counted) {
        return counted.texts().entrySet().stream()
                .sorted(Comparator.comparingLong(text -> -text.getValue().get()))
                .map(text -> "%7.2f %s".formatted(text.getValue().get() / (double) number, text.getKey()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String growth(Sizes before, Sizes after) {
        Map<String, Long> grown = new LinkedHashMap<>(after.byTable());
        before.byTable().forEach((name, size) -> grown.merge(name, -size, Long::sum));
        return grown.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .sorted(Comparator.comparingLong(entry -> -entry.getValue()))
                .map(entry -> "%7.2f kB %s".formatted(entry.getValue() / 1024.0 / number, entry.getKey()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static long wal(JdbcClient jdbc) {
        return jdbc.sql("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn")
                .query(Long.class)
                .single();
    }

    private static void vacuum(JdbcClient jdbc) {
        jdbc.sql("vacuum").update();
    }

    private static Sizes sizes(JdbcClient jdbc) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        List<Map<String, Object>> rows = jdbc.sql("""
                        select relname as name, pg_total_relation_size(c.oid) as size
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where relkind = 'r' and nspname in ('public', 'rotadesk')
                        """).query().listOfRows();
        rows.forEach(row -> sizes.put((String) row.get("name"), (Long) row.get("size")));
        return new Sizes(sizes);
    }
}
