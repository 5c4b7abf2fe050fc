package io.rotadesk.leasing.escalation.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was reminded of what, and when. */
@Repository
class ReminderRows {

    enum Kind {
        REMINDED,
        DEPUTY_TOLD,
        MANAGER_TOLD
    }

    private final JdbcClient db;
    private final RepositoryService repository;
    private final Clock clock;

    ReminderRows(JdbcClient db, RepositoryService repository, Clock clock) {
        this.db = db;
        this.repository = repository;
        this.clock = clock;
    }

    void add(DelegateExecution execution, String unitId, Task task, Kind kind, List<String> told) {
        db.sql("""
                        insert into task_reminder (unit_id, process, business_key, task, kind, told, at)
                        values (:unit, :process, :businessKey, :task, :kind, :told, :at)
                        """)
                .param("unit", unitId)
                .param(
                        "process",
                        repository
                                .getProcessDefinition(task.getProcessDefinitionId())
                                .getKey())
                .param("businessKey", execution.getProcessBusinessKey())
                .param("task", task.getTaskDefinitionKey())
                .param("kind", kind.name())
                .param("told", told.toArray(String[]::new))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
