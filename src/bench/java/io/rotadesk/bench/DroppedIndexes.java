package io.rotadesk.bench;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drops the indexes that no constraint needs while tables are filled: an index is made much faster than it grows. */
final class DroppedIndexes {

    private DroppedIndexes() {}

    /** @param tables with their schema */
    static void during(JdbcClient jdbc, List<String> tables, Runnable filling) {
        List<Map<String, Object>> indexes = jdbc.sql("""
                        select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
                        from pg_index i where indrelid = any (cast(:tables as regclass[]))
                          and not exists (select from pg_constraint where conindid = i.indexrelid)
                        """)
                .param("tables", tables.toArray(String[]::new))
                .query()
                .listOfRows();
        indexes.forEach(index -> jdbc.sql("drop index " + index.get("name")).update());
        filling.run();
        indexes.forEach(index -> jdbc.sql((String) index.get("definition")).update());
    }
}
