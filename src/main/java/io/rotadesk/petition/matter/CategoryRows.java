package io.rotadesk.petition.matter;

import io.rotadesk.platform.register.OncePerTransaction;
import io.rotadesk.platform.register.RecordColumns;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The categories of trees whose centre has changed them. */
@Component
class CategoryRows {

    private static final RowMapper<Category> CATEGORIES = RecordColumns.of(Category.class);

    private static final Pattern MADE = Pattern.compile("c[0-9]+");

    private final JdbcClient db;

    /** Names and parents never change, so that they are read once. */
    private final Map<String, Category> known = new ConcurrentHashMap<>();

    private final OncePerTransaction<String, List<Category>> trees = new OncePerTransaction<>();

    CategoryRows(JdbcClient db) {
        this.db = db;
    }

    /** Whether a centre made the code, and not we. */
    static boolean isMade(String code) {
        return MADE.matcher(code).matches();
    }

    /**
     * Those of the tree by place, parents and children mixed; empty if the tree has the usual ones. Within a transaction they are
     * read once.
     */
    List<Category> of(String rootUnitId) {
        return trees.get(rootUnitId, () -> Optional.of(read(rootUnitId))).orElseThrow();
    }

    private List<Category> read(String rootUnitId) {
        return db.sql("select * from matter_category where root_unit_id = ? order by place, code")
                .param(rootUnitId)
                .query(CATEGORIES)
                .list();
    }

    /** The name and the parent of a code that a centre made; its state may be an earlier one. */
    Optional<Category> made(String code) {
        Category found = known.get(code);
        if (found == null) {
            found = db.sql("select * from matter_category where code = ? and name is not null")
                    .param(code)
                    .query(CATEGORIES)
                    .optional()
                    .orElse(null);
            if (found != null) {
                known.put(code, found);
            }
        }
        return Optional.ofNullable(found);
    }

    /** Begins a tree of its own with the usual ones, unless it has begun. Nobody else changes the tree until the end. */
    void begin(String rootUnitId, List<String> usual) {
        trees.forget(rootUnitId);
        db.sql("select pg_advisory_xact_lock(hashtext('matter_category ' || ?))")
                .param(rootUnitId)
                .query((row, number) -> true)
                .list();
        db.sql("""
                        insert into matter_category (root_unit_id, code, place)
                        select :root, code, place from unnest(:codes::text[]) with ordinality as u (code, place)
                        where not exists (select from matter_category where root_unit_id = :root)
                        """)
                .param("root", rootUnitId)
                .param("codes", usual.toArray(String[]::new))
                .update();
    }

    /** @return the new code */
    String add(String rootUnitId, String parent, String name, Integer place) {
        trees.forget(rootUnitId);
        return db.sql("""
                        insert into matter_category (root_unit_id, code, parent_code, name, place)
                        values (:root, 'c' || nextval('matter_category_code'), :parent, :name, coalesce(:place,
                          (select coalesce(max(place), 0) + 1 from matter_category where root_unit_id = :root)))
                        returning code
                        """)
                .param("root", rootUnitId)
                .param("parent", parent)
                .param("name", name)
                .param("place", place, Types.INTEGER)
                .query(String.class)
                .single();
    }

    void close(String rootUnitId, String code, Instant since) {
        trees.forget(rootUnitId);
        db.sql("update matter_category set closed_at = :since where root_unit_id = :root and code = :code")
                .param("since", since == null ? null : Timestamp.from(since), Types.TIMESTAMP)
                .param("root", rootUnitId)
                .param("code", code)
                .update();
    }

    void place(String rootUnitId, String code, int place) {
        trees.forget(rootUnitId);
        db.sql("update matter_category set place = :place where root_unit_id = :root and code = :code")
                .param("place", place)
                .param("root", rootUnitId)
                .param("code", code)
                .update();
    }
}
