package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/** Does not look for tasks that are known, or that cannot be. */
class KnownTasks extends TaskManager {

    /** There are none: {@link CheckedTaskService#saveTask} refuses to put a task below another. */
    @Override
    public List<Task> findTasksByParentTaskId(String parentTaskId) {
        return new ArrayList<>();
    }

    /** An execution has one task: it comes to the next user task when it has left the one before. */
    @Override
    public List<TaskEntity> findTasksByExecutionId(String executionId) {
        DbEntityCache cache = getDbEntityManager().getDbEntityCache();
        List<TaskEntity> known = cache.getEntitiesByType(TaskEntity.class).stream()
                .filter(task -> executionId.equals(task.getExecutionId()) && !cache.isTransient(task))
                .collect(Collectors.toCollection(ArrayList::new));
        return known.isEmpty() ? super.findTasksByExecutionId(executionId) : known;
    }
}
