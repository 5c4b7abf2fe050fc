package io.rotadesk;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What statements read of our tables, as PostgreSQL counts it for the transaction that is running: nobody else's
 * statements are in it, and it does not depend on how busy the machine is.
 *
 * @param scanned the tables that were read from end to end, with the number of rows
 * @param rows how many rows and entries of indexes were looked at
 * @param pages how many pages were read, from memory or not
 */
public record TableReads(Map<String, Long> scanned, long rows, long pages) {

    private record Count(String name, boolean table, long rows, long pages) {}

    /** Counts what the work reads; must be called within a transaction, and the work must belong to it. */
    public static TableReads during(JdbcClient db, Runnable work) {
        Map<String, Count> before = now(db);
        work.run();
        Map<String, Long> scanned = new TreeMap<>();
        long rows = 0;
        long pages = 0;
        for (Count after : now(db).values()) {
            Count was = before.get(after.name());
            long read = after.rows() - was.rows();
            rows += read;
            pages += after.pages() - was.pages();
            if (after.table() && read > 0) {
                scanned.put(after.name(), read);
            }
        }
        return new TableReads(scanned, rows, pages);
    }

    private static Map<String, Count> now(JdbcClient db) {
        Map<String, Count> counts = new TreeMap<>();
        db.sql("""
                        select relname as name, relkind = 'r' as "table", pg_stat_get_xact_tuples_returned(oid) as rows,
                          pg_stat_get_xact_blocks_fetched(oid) as pages
                        from pg_class where relnamespace = 'rotadesk'::regnamespace and relkind in ('r', 'i')
                        """).query(Count.class).list().forEach(count -> counts.put(count.name(), count));
        return counts;
    }
}
