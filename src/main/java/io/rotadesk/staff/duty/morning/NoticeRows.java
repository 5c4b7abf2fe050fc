package io.rotadesk.staff.duty.morning;

import io.rotadesk.staff.duty.morning.DutyNotice.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes people's notices of their days. */
@Repository
class NoticeRows {

    private final JdbcClient db;

    NoticeRows(JdbcClient db) {
        this.db = db;
    }

    List<DutyNotice> of(String unitId, LocalDate day) {
        return db.sql("select * from duty_notice where unit_id = :unit and day = :day order by login")
                .param("unit", unitId)
                .param("day", day)
                .query(NoticeRows::notice)
                .list();
    }

    Optional<DutyNotice> find(String unitId, LocalDate day, String login) {
        return db.sql("select * from duty_notice where unit_id = :unit and day = :day and login = :login")
                .param("unit", unitId)
                .param("day", day)
                .param("login", login)
                .query(NoticeRows::notice)
                .optional();
    }

    /** Stores a new or changed notice, which is then unread. */
    void put(DutyNotice notice) {
        db.sql("""
                        insert into duty_notice
                            (unit_id, day, login, status, call_place, visit_place, petition_place, changed, announced_at)
                        values (:unit, :day, :login, :status, :call, :visit, :petition, :changed, :at)
                        on conflict (unit_id, day, login) do update set
                            status = excluded.status, call_place = excluded.call_place,
                            visit_place = excluded.visit_place, petition_place = excluded.petition_place,
                            changed = excluded.changed,
                            announced_at = excluded.announced_at, seen_at = null
                        """)
                .param("unit", notice.unitId())
                .param("day", notice.day())
                .param("login", notice.login())
                .param("status", notice.status().name())
                .param("call", notice.callPlace())
                .param("visit", notice.visitPlace())
                .param("petition", notice.petitionPlace())
                .param("changed", notice.changed())
                .param("at", Timestamp.from(notice.announcedAt()))
                .update();
    }

    /** @return whether this notice existed and was unread */
    boolean seen(String unitId, LocalDate day, String login, Instant announcedAt, Instant at) {
        return db.sql("""
                                update duty_notice set seen_at = :at
                                where unit_id = :unit and day = :day and login = :login and seen_at is null
                                  and announced_at <= :announced
                                """)
                        .param("at", Timestamp.from(at))
                        .param("unit", unitId)
                        .param("day", day)
                        .param("login", login)
                        .param("announced", Timestamp.from(announcedAt))
                        .update()
                == 1;
    }

    private static DutyNotice notice(ResultSet row, int nr) throws SQLException {
        Timestamp seenAt = row.getTimestamp("seen_at");
        return new DutyNotice(
                row.getString("unit_id"),
                row.getObject("day", LocalDate.class),
                row.getString("login"),
                Status.valueOf(row.getString("status")),
                row.getObject("call_place", Integer.class),
                row.getObject("visit_place", Integer.class),
                row.getObject("petition_place", Integer.class),
                row.getBoolean("changed"),
                row.getTimestamp("announced_at").toInstant(),
                seenAt == null ? null : seenAt.toInstant());
    }
}
