package io.rotadesk.petition.matter;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is open in some units now, counted in one statement. */
@Repository
@Transactional(readOnly = true)
public class OpenMatters {

    /**
     * The open matters of one unit, person and category.
     *
     * @param responsible a login; null for matters that nobody has yet
     * @param category a code; null for matters without one
     * @param overdue those whose deadline has passed
     * @param soon those whose deadline passes by the end of the period that was asked for
     * @param older registered before the first of the times that were asked for, and not before the second
     * @param oldest registered before the second
     * @param urged those of which an urging waits for its answer
     * @param since when the oldest of them was registered
     */
    public record Counts(
            String unitId,
            String responsible,
            String category,
            int open,
            int overdue,
            int soon,
            int older,
            int oldest,
            int largeScale,
            int urged,
            Instant since) {}

    private final JdbcClient db;

    OpenMatters(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param now for what is overdue
     * @param soon the end of the period in which deadlines are soon
     * @param older the time before which a matter was registered that is older
     * @param oldest the same for the oldest, before {@code older}
     */
    public List<Counts> count(Collection<String> unitIds, Instant now, Instant soon, Instant older, Instant oldest) {
        return db.sql("""
                        select m.unit_id, m.responsible, m.category, count(*) as open,
                          count(*) filter (where m.due_at <= :now) as overdue,
                          count(*) filter (where m.due_at > :now and m.due_at <= :soon) as soon,
                          count(*) filter (where m.opened_at < :older and m.opened_at >= :oldest) as older,
                          count(*) filter (where m.opened_at < :oldest) as oldest,
                          count(*) filter (where m.large_scale) as large_scale,
                          count(*) filter (where exists (select from matter_urging g
                            where g.matter_id = m.id and g.answered_at is null and g.ended_at is null)) as urged,
                          min(m.opened_at) as since
                        from matter m
                        where m.unit_id = any (:units) and m.state in ('RECEIVED', 'PLANNED', 'ALERTED', 'ON_SCENE')
                        group by m.unit_id, m.responsible, m.category
                        """)
                .param("units", unitIds.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(soon))
                .param("older", Timestamp.from(older))
                .param("oldest", Timestamp.from(oldest))
                .query(Counts.class)
                .list();
    }
}
