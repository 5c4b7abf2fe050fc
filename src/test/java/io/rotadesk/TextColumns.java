package io.rotadesk;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words in everything that the database holds, the engine's tables and ours. */
public final class TextColumns {

    private TextColumns() {}

    /** Every table and column of both schemas whose text or bytes hold the words. */
    public static List<String> thatHold(JdbcClient db, String words) {
        List<String> places = new ArrayList<>();
        db.sql("""
                        select c.table_schema || '.' || c.table_name as name, c.column_name as part, c.data_type as type
                        from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema in ('public', 'rotadesk') and t.table_type = 'BASE TABLE'
                          and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea')
                        """).query().listOfRows().forEach(column -> {
            String part = "\"" + column.get("part") + "\"";
            // Bytes are compared as bytes; anything else by its text.
            String bytes = "bytea".equals(column.get("type")) ? part : "convert_to(" + part + "::text, 'UTF8')";
            boolean found = db.sql("select exists (select from " + column.get("name")
                            + " where position(convert_to(:words, 'UTF8') in " + bytes + ") > 0)")
                    .param("words", words)
                    .query(Boolean.class)
                    .single();
            if (found) {
                places.add(column.get("name") + "." + column.get("part"));
            }
        });
        return places;
    }
}
