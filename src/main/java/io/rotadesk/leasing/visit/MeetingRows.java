package io.rotadesk.leasing.visit;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the agents who have an appointment. */
@Repository
class MeetingRows {

    private final JdbcClient db;

    MeetingRows(JdbcClient db) {
        this.db = db;
    }

    /** The agents of a unit who were sent to meet another visitor. */
    Set<String> meeting(String unitId, VisitKey other) {
        return new HashSet<>(db.sql("""
                        select agent from visit_register
                        where unit_id = :unit and state = 'EXPECTED' and agent is not null and visit_id <> :visit
                        """)
                .param("unit", unitId)
                .param("visit", other.visitId())
                .query(String.class)
                .list());
    }
}
