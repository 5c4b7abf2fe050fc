package io.rotadesk.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open tasks of a unit, for those who lead it: in one statement, however many there are. */
@Component
public class UnitTasks {

    private static final String SELECT = """
            select t.id_, d.key_, e.business_key_, t.task_def_key_, t.name_, t.assignee_, t.create_time_, t.due_date_, t.priority_,
                t.assignee_ is not distinct from :login
                or t.assignee_ is null and exists (select from act_ru_identitylink l
                     where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.user_id_ = :login) as theirs
            from act_ru_task t
            join act_ru_execution e on e.id_ = t.proc_inst_id_
            join act_re_procdef d on d.id_ = t.proc_def_id_
            where t.tenant_id_ = :unit and t.suspension_state_ = 1
            """;

    private final JdbcClient jdbc;
    private final TaskService tasks;

    UnitTasks(JdbcClient jdbc, TaskService tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    /**
     * One task.
     *
     * @param process the id of the process in its model
     * @param businessKey of its process instance; null if it has none
     * @param step the id of the task in its model
     * @param name in the model's language
     * @param assignee the login of the person who has it; null if nobody does
     * @param due null if there is no hurry
     * @param priority its place in Tasklist
     * @param theirs whether it is the viewer's, or one that they may take
     */
    public record UnitTask(
            String id,
            String process,
            String businessKey,
            String step,
            String name,
            String assignee,
            Instant since,
            Instant due,
            int priority,
            boolean theirs) {

        public boolean isLate(Instant now) {
            return due != null && !due.isAfter(now);
        }
    }

    /**
     * The tasks of a unit that are late, that nobody has taken, that the viewer has, or that stand at one of these steps;
     * the earliest due first.
     *
     * @param login the viewer
     * @param steps ids of tasks in their models
     */
    public List<UnitTask> look(String unitId, String login, Collection<String> steps, Instant now, int atMost) {
        return jdbc.sql(SELECT + """
                          and (t.due_date_ <= :now or t.assignee_ is null or t.assignee_ = :login
                               or t.task_def_key_ = any (:steps))
                        order by coalesce(t.due_date_, t.create_time_), t.id_ limit :atMost
                        """)
                .param("unit", unitId)
                .param("login", login)
                .param("now", Timestamp.from(now))
                .param("steps", steps.toArray(String[]::new))
                .param("atMost", atMost)
                .query(UnitTasks::task)
                .list();
    }

    /** @return the open task with this id, if it is one of the unit's */
    public Optional<UnitTask> find(String unitId, String id, String login) {
        return jdbc.sql(SELECT + " and t.id_ = :id")
                .param("unit", unitId)
                .param("login", login)
                .param("id", id)
                .query(UnitTasks::task)
                .optional();
    }

    /** The next time at which a task of the unit that somebody has will be late; empty if there is none. */
    public Optional<Instant> nextLate(String unitId, Instant now) {
        return jdbc.sql("""
                        select min(due_date_) from act_ru_task
                        where tenant_id_ = :unit and suspension_state_ = 1 and assignee_ is not null and due_date_ > :now
                        """)
                .param("unit", unitId)
                .param("now", Timestamp.from(now))
                .query((row, index) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /**
     * Sets the task's place in Tasklist.
     *
     * @throws ConcurrencyFailureException if the task has just ended
     */
    public void prioritize(String id, int priority) {
        try {
            tasks.setPriority(id, priority);
        } catch (NullValueException | NotFoundException e) {
            throw new ConcurrencyFailureException("Task " + id + " has ended", e);
        }
    }

    private static UnitTask task(ResultSet row, int index) throws SQLException {
        Timestamp due = row.getTimestamp("due_date_");
        return new UnitTask(
                row.getString("id_"),
                row.getString("key_"),
                row.getString("business_key_"),
                row.getString("task_def_key_"),
                row.getString("name_"),
                row.getString("assignee_"),
                row.getTimestamp("create_time_").toInstant(),
                due == null ? null : due.toInstant(),
                row.getInt("priority_"),
                row.getBoolean("theirs"));
    }
}
