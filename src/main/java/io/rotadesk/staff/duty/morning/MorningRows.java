package io.rotadesk.staff.duty.morning;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the days that have begun. */
@Repository
class MorningRows {

    private final JdbcClient db;

    MorningRows(JdbcClient db) {
        this.db = db;
    }

    /** @return false if the day has begun before; waits for a concurrent transaction that begins it */
    boolean insert(String unitId, LocalDate day, Instant at) {
        return db.sql("""
                                insert into duty_morning (unit_id, day, begun_at) values (:unit, :day, :at)
                                on conflict do nothing
                                """)
                        .param("unit", unitId)
                        .param("day", day)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean exists(String unitId, LocalDate day) {
        return find(unitId, day).isPresent();
    }

    Optional<DutyMorning> find(String unitId, LocalDate day) {
        return db.sql("select * from duty_morning where unit_id = :unit and day = :day")
                .param("unit", unitId)
                .param("day", day)
                .query(MorningRows::morning)
                .optional();
    }

    /** The latest day before this one. */
    Optional<DutyMorning> before(String unitId, LocalDate day) {
        return db.sql("select * from duty_morning where unit_id = :unit and day < :day order by day desc limit 1")
                .param("unit", unitId)
                .param("day", day)
                .query(MorningRows::morning)
                .optional();
    }

    void accepted(String unitId, LocalDate day, String findings) {
        db.sql("update duty_morning set accepted = :accepted where unit_id = :unit and day = :day")
                .param("accepted", findings)
                .param("unit", unitId)
                .param("day", day)
                .update();
    }

    /** @param findings null when there is nothing to ask */
    void asked(String unitId, LocalDate day, String findings) {
        db.sql("update duty_morning set asked = :asked where unit_id = :unit and day = :day")
                .param("asked", findings)
                .param("unit", unitId)
                .param("day", day)
                .update();
    }

    void decided(String unitId, LocalDate day, DutyDecision decision, String by, Instant at) {
        db.sql("""
                        update duty_morning set decision = :decision, decided_by = :by, decided_at = :at, asked = null
                        where unit_id = :unit and day = :day
                        """)
                .param("decision", decision.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("unit", unitId)
                .param("day", day)
                .update();
    }

    private static DutyMorning morning(java.sql.ResultSet row, int nr) throws java.sql.SQLException {
        String decision = row.getString("decision");
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new DutyMorning(
                row.getString("unit_id"),
                row.getObject("day", LocalDate.class),
                row.getTimestamp("begun_at").toInstant(),
                row.getString("accepted"),
                row.getString("asked"),
                decision == null ? null : DutyDecision.valueOf(decision),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant());
    }
}
