package io.rotadesk.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The measurements, as Markdown for people and as JSON for programs. */
final class Report {

    private final StringBuilder markdown = new StringBuilder();
    private final Map<String, Object> json = new LinkedHashMap<>();
    private final Map<String, Result> results = new LinkedHashMap<>();

    /**
     * A value that targets are compared with.
     *
     * @param size of what was measured, such as the number of customers; 0 where it does not matter
     */
    record Result(double value, long size) {}

    /** A table; columns as given, one list a row. */
    final class Table {

        private final List<Map<String, Object>> rows = new ArrayList<>();
        private final String[] columns;

        private Table(String key, String title, String... columns) {
            this.columns = columns;
            json.put(key, rows);
            text("\n### " + title + "\n");
            text("| " + String.join(" | ", columns) + " |");
            text("|" + " --- |".repeat(columns.length));
        }

        void row(Object... values) {
            Map<String, Object> row = new LinkedHashMap<>();
            StringBuilder line = new StringBuilder("|");
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], values[i]);
                line.append(' ').append(shown(values[i])).append(" |");
            }
            rows.add(row);
            text(line.toString());
        }
    }

    Table table(String key, String title, String... columns) {
        return new Table(key, title, columns);
    }

    void fact(String name, Object value) {
        json.put(name, value);
        text("- " + name + ": " + shown(value));
    }

    /** Keeps a value for the target with this key. */
    void result(String key, double value) {
        result(key, value, 0);
    }

    /** @param size of what was measured, which a target can ask for */
    void result(String key, double value, long size) {
        results.put(key, new Result(value, size));
    }

    Map<String, Result> results() {
        return results;
    }

    void text(String line) {
        markdown.append(line).append('\n');
        System.out.println(line);
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("benchmark.md"), markdown);
        Files.write(
                folder.resolve("benchmark.json"),
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(json));
    }

    static String shown(Object value) {
        if (value instanceof Double number) {
            String digits = Math.abs(number) >= 100 ? "%.0f" : Math.abs(number) >= 10 ? "%.1f" : "%.2f";
            return String.format(Locale.ROOT, digits, number);
        }
        return value instanceof Number ? String.format(Locale.ROOT, "%,d", ((Number) value).longValue()) : value + "";
    }
}
