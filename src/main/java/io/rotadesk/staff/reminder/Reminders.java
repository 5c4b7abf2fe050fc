package io.rotadesk.staff.reminder;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The record of all reminders: of which task, when, and who was told. */
@Service
public class Reminders {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(JdbcClient db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records a reminder and publishes it, in the caller's transaction.
     *
     * @param unitId the unit that has the task
     * @param told the logins of the people who get the task too; empty if nobody does
     */
    public void record(String unitId, TaskReminded reminded, List<String> told) {
        db.sql("""
                        insert into task_reminder (unit_id, process, business_key, task, kind, told, at)
                        values (:unit, :process, :businessKey, :task, :kind, :told, :at)
                        """)
                .param("unit", unitId)
                .param("process", reminded.process())
                .param("businessKey", reminded.businessKey())
                .param("task", reminded.task())
                .param("kind", reminded.kind().name())
                .param("told", told.toArray(String[]::new))
                .param("at", Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(reminded);
    }
}
