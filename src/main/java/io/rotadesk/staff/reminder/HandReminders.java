package io.rotadesk.staff.reminder;

import io.rotadesk.engine.UnitTasks;
import io.rotadesk.engine.UnitTasks.UnitTask;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.notice.TaskLink;
import io.rotadesk.staff.unit.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A leader reminds the person who has a late task. That person gets a notice each time, and each is on record. */
@Service
public class HandReminders {

    /** A second click, or another leader a moment later, is the same reminder. */
    public static final Duration ONCE_IN = Duration.ofMinutes(1);

    /** @param by the login of the leader */
    public record HandReminder(String taskId, String by, Instant at) {}

    private final JdbcClient db;
    private final UnitTasks tasks;
    private final Notices notices;
    private final Units units;
    private final Clock clock;

    HandReminders(JdbcClient db, UnitTasks tasks, Notices notices, Units units, Clock clock) {
        this.db = db;
        this.tasks = tasks;
        this.notices = notices;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Reminds the person who has the task, unless somebody has just done so.
     *
     * @param task late, and assigned to somebody
     * @param by the login of the leader
     * @param name the leader's name
     * @return the earlier reminder that counts instead; empty if the person was reminded now
     */
    @Transactional
    public Optional<HandReminder> remind(String unitId, UnitTask task, String by, String name) {
        // Two leaders at the same time wait for each other here.
        db.sql("select pg_advisory_xact_lock(hashtextextended(:task, 0))")
                .param("task", task.id())
                .query()
                .listOfRows();
        Instant now = clock.instant();
        HandReminder latest = latest(List.of(task.id())).get(task.id());
        if (latest != null && latest.at().plus(ONCE_IN).isAfter(now)) {
            return Optional.of(latest);
        }
        db.sql("""
            insert into task_reminder
                (unit_id, process, business_key, task, kind, told, at, task_id, reminded_by)
            values (:unit, :process, :businessKey, :step, :kind, :told, :at, :task, :by)
            """)
                .param("unit", unitId)
                .param("process", task.process())
                .param("businessKey", task.businessKey())
                .param("step", task.step())
                .param("kind", TaskReminded.Kind.REMINDED_BY_HAND.name())
                .param("told", new String[] {task.assignee()})
                .param("at", Timestamp.from(now))
                .param("task", task.id())
                .param("by", by)
                .update();
        if (latest == null || !Urgency.isLifted(task.priority())) {
            // The end of a task of which nobody was reminded settles no notices, and its priority tells that. Somebody
            // may have
            // set it back since the first reminder.
            tasks.prioritize(task.id(), Urgency.lifted(task.priority()));
        }
        notices.tellAgain(
                NoticeKind.TASK_REMINDED,
                unitId,
                task.assignee(),
                task.id(),
                TaskLink.to(task.id()),
                name,
                task.name(),
                units.get(unitId).clock().dueToday(task.due()));
        return Optional.empty();
    }

    /** The latest reminder by hand of each of these tasks, by the task's id. */
    public Map<String, HandReminder> latest(Collection<String> taskIds) {
        return taskIds.isEmpty()
                ? Map.of()
                : db
                        .sql("""
                    select distinct on (task_id) task_id, reminded_by, at from task_reminder
                    where task_id = any (:tasks) order by task_id, at desc
                    """)
                        .param("tasks", taskIds.toArray(String[]::new))
                        .query(HandReminders::reminder)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(HandReminder::taskId, Function.identity()));
    }

    private static HandReminder reminder(ResultSet row, int index) throws SQLException {
        return new HandReminder(
                row.getString("task_id"),
                row.getString("reminded_by"),
                row.getTimestamp("at").toInstant());
    }
}
