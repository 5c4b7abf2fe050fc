package io.rotadesk.platform.trouble;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what went wrong, for the unit's managers and the process owners. A repeated trouble is counted, not listed
 * again. Within a larger transaction, note it last: another transaction that notes the same trouble waits until this
 * one ends.
 */
@Repository
@Transactional
public class Troubles {

    private static final Logger log = LoggerFactory.getLogger(Troubles.class);

    private static final String OPEN = " from process_trouble where cleared_at is null and unit_id in (:unit, '')";

    private final JdbcClient db;
    private final Clock clock;

    Troubles(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * @param unitId null when it concerns no unit in particular
     * @param element null when it is not known
     * @param entry an id, nothing personal; null when it concerns everything that comes in
     */
    public void note(String unitId, String process, String element, TroubleKind kind, String entry) {
        log.error(
                "{}: process {}{} in unit {}{}",
                kind,
                process,
                element == null ? "" : ", element " + element,
                unitId,
                entry == null ? "" : ", entry " + entry);
        db.sql("""
                        insert into process_trouble (unit_id, process, element, kind, entry, first_at, last_at)
                        values (:unit, :process, :element, :kind, :entry, :now, :now)
                        on conflict (unit_id, process, kind, coalesce(element, ''), coalesce(entry, ''))
                            where cleared_at is null
                        do update set times = process_trouble.times + 1, last_at = excluded.last_at
                        """)
                .param("unit", unitId == null ? "" : unitId)
                .param("process", process)
                .param("element", element)
                .param("kind", kind.name())
                .param("entry", entry)
                .param("now", now())
                .update();
    }

    /** The open troubles of a unit, latest first. */
    @Transactional(readOnly = true)
    public List<Trouble> openOf(String unitId, int atMost) {
        return db.sql("select *" + OPEN + " order by last_at desc, id desc limit :atMost")
                .param("unit", unitId)
                .param("atMost", atMost)
                .query(Trouble.class)
                .list();
    }

    @Transactional(readOnly = true)
    public int count(String unitId) {
        return db.sql("select count(*)" + OPEN)
                .param("unit", unitId)
                .query(Integer.class)
                .single();
    }

    /** Marks a trouble as put right. */
    public void clear(String unitId, long id, String login) {
        db.sql("update process_trouble set cleared_at = :now, cleared_by = :login where id in (select id" + OPEN
                        + " and id = :id)")
                .param("unit", unitId)
                .param("id", id)
                .param("login", login)
                .param("now", now())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
