package io.rotadesk.leasing.visit;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The visitors of the front desk's day: those who are expected, and those who are with an agent just now. {@link
 * WaitingLine} has those who wait.
 */
@Repository
public class FrontDeskDay {

    /** Older open visits are in the manager's tasks and not shown at the door. */
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private static final String SELECT = """
            select v.* from visit_register v
            where v.unit_id = :unit and coalesce(v.arrived_at, v.appointment_at) >= :since and\s""";

    private final JdbcClient db;
    private final RowMapper<Visit> rows;

    FrontDeskDay(JdbcClient db, Visits visits) {
        this.db = db;
        this.rows = visits.rows();
    }

    /**
     * A day's appointments, earliest first, with the open ones of earlier days.
     *
     * @param to the end of the day
     */
    public List<Visit> appointments(String unitId, Instant from, Instant to) {
        return db.sql("""
                        select * from (
                          select * from visit_register
                            where unit_id = :unit and appointment_at >= :from and appointment_at < :to
                          union all
                          select * from visit_register
                            where unit_id = :unit and state = 'EXPECTED' and appointment_at >= :since and appointment_at < :from) v
                        where coalesce(v.arrived_at, v.appointment_at) >= :since
                        order by v.appointment_at, v.visit_id
                        """)
                .param("unit", unitId)
                .param("since", Timestamp.from(from.minus(LOOK_BACK)))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(rows)
                .list();
    }

    /** Appointments of later days, earliest first. */
    public List<Visit> later(String unitId, Instant from, int atMost) {
        return db.sql(SELECT + """
                        v.state = 'EXPECTED' and v.appointment_at >= :since
                        order by v.appointment_at, v.visit_id limit :atMost
                        """)
                .param("unit", unitId)
                .param("since", Timestamp.from(from))
                .param("atMost", atMost)
                .query(rows)
                .list();
    }

    /** Visitors who are here, not in line, and with nobody yet: somebody is on the way to them, or should be; by arrival. */
    public List<Visit> notMetYet(String unitId, Instant now) {
        return db.sql(SELECT + """
                        v.state in ('EXPECTED', 'ARRIVED', 'OFFERED') and v.waiting_for is null and v.arrived_at is not null
                        order by v.arrived_at, v.visit_id
                        """)
                .param("unit", unitId)
                .param("since", Timestamp.from(now.minus(LOOK_BACK)))
                .query(rows)
                .list();
    }

    /** Visitors whom somebody receives, or is on the way to, by arrival. */
    public List<Visit> underWay(String unitId, Instant now) {
        return db.sql(SELECT + "v.state in ('ARRIVED', 'OFFERED', 'RECEIVED') order by v.arrived_at, v.visit_id")
                .param("unit", unitId)
                .param("since", Timestamp.from(now.minus(LOOK_BACK)))
                .query(rows)
                .list();
    }
}
