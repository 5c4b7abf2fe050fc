package io.rotadesk.web.desk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;

/**
 * A register in a test: rows as its process leaves them, and the pages that list them.
 *
 * @param page the address of the register's page
 * @param usual the default value of each column of a row
 */
public record DeskRegister(JdbcTemplate jdbc, String table, String page, Map<String, ?> usual) {

    private static final Pattern NEXT = Pattern.compile("rel=\"next\"\\s+href=\"([^\"]+)\"");

    public void add(Map<String, ?> columns) {
        Map<String, Object> row = new LinkedHashMap<>(usual);
        row.putAll(columns);
        row.replaceAll((column, value) -> value instanceof Instant at ? Timestamp.from(at) : value);
        new SimpleJdbcInsert(jdbc)
                .withSchemaName("rotadesk")
                .withTableName(table)
                .usingColumns(row.keySet().toArray(String[]::new))
                .execute(row);
    }

    /** The ids of the entries that a page links to, in its order. */
    public List<String> entriesOf(String html) {
        return Pattern.compile(page + "/entry/[^:\"]+:([^\"]+)\"")
                .matcher(html)
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    /** The entries of each page of a list, from the first to the last. */
    public List<List<String>> pagesOf(DeskBrowser browser, String list) {
        List<List<String>> pages = new ArrayList<>();
        String next = list;
        while (next != null) {
            String html =
                    browser.get(URLDecoder.decode(next, StandardCharsets.UTF_8)).html();
            pages.add(entriesOf(html));
            var older = NEXT.matcher(html);
            next = older.find() ? older.group(1).replace("&amp;", "&") : null;
        }
        return pages;
    }
}
