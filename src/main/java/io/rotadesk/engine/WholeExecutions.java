package io.rotadesk.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Reads all executions of a task's instance with one select; the engine first reads the task's own and then, for its
 * parent, all of them. Rows change only when a command ends, so the second list is the same as the first one.
 */
class WholeExecutions extends ExecutionManager {

    private final Map<String, List<ExecutionEntity>> ahead = new HashMap<>();

    @Override
    public ExecutionEntity findExecutionById(String id) {
        if (getDbEntityManager().getCachedEntity(ExecutionEntity.class, id) == null) {
            instanceOfTaskAt(id)
                    .ifPresent(instance -> ahead.put(instance, super.findExecutionsByProcessInstanceId(instance)));
        }
        return super.findExecutionById(id);
    }

    /** The list that was read ahead is given away once; the engine keeps it with the executions. */
    @Override
    public List<ExecutionEntity> findExecutionsByProcessInstanceId(String instance) {
        List<ExecutionEntity> known = ahead.remove(instance);
        return known != null ? known : super.findExecutionsByProcessInstanceId(instance);
    }

    private Optional<String> instanceOfTaskAt(String execution) {
        return getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> execution.equals(task.getExecutionId()))
                .map(TaskEntity::getProcessInstanceId)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
