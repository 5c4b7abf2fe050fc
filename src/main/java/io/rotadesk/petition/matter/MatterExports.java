package io.rotadesk.petition.matter;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The record of the lists of matters that left the application as a file. */
@Repository
@Transactional
public class MatterExports {

    /**
     * A list that somebody exported.
     *
     * @param unitId the unit for which they did
     * @param exportedBy a login
     * @param filter what was looked for, without the searched text, which may be a name
     * @param matters how many were written; 0 until the last one is
     */
    public record Export(
            long id, String unitId, String exportedBy, Instant exportedAt, Format format, String filter, int matters) {}

    /** The kind of file. */
    public enum Format {
        CSV,
        XLSX
    }

    private final JdbcClient db;
    private final Clock clock;

    MatterExports(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** An export begins. @return its id */
    public long begin(String unitId, String by, Format format, String filter) {
        return db.sql("""
                        insert into matter_export (unit_id, exported_by, exported_at, format, filter, matters)
                        values (:unit, :by, :now, :format, :filter, 0) returning id
                        """)
                .param("unit", unitId)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .param("format", format.name())
                .param("filter", filter)
                .query(Long.class)
                .single();
    }

    /** All of it was written. */
    public void ended(long id, int matters) {
        db.sql("update matter_export set matters = ? where id = ?")
                .param(matters)
                .param(id)
                .update();
    }

    /** The exports of these units, latest first. */
    @Transactional(readOnly = true)
    public List<Export> of(Collection<String> unitIds, int atMost) {
        return db.sql("""
                        select * from matter_export where unit_id = any (:units)
                        order by exported_at desc, id desc limit :atMost
                        """)
                .param("units", unitIds.toArray(String[]::new))
                .param("atMost", atMost)
                .query(Export.class)
                .list();
    }
}
