package io.rotadesk.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/**
 * Reads all variables of an instance with one select; the engine reads those of each scope when it gets there. They are
 * told apart by the scope that they were read with: a variable that a command moves to another scope is passed on in
 * memory, and a new one is known there only.
 */
class WholeVariables extends VariableInstanceManager {

    /** By the ids of instances, and then of scopes: tasks and executions. */
    private final Map<String, Map<String, List<VariableInstanceEntity>>> read = new HashMap<>();

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByExecutionId(String id) {
        ExecutionEntity execution = getDbEntityManager().getCachedEntity(ExecutionEntity.class, id);
        return execution == null || execution.getProcessInstanceId() == null
                ? super.findVariableInstancesByExecutionId(id)
                : of(execution.getProcessInstanceId(), id);
    }

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskId(String id) {
        TaskEntity task = getDbEntityManager().getCachedEntity(TaskEntity.class, id);
        return task == null || task.getProcessInstanceId() == null
                ? super.findVariableInstancesByTaskId(id)
                : of(task.getProcessInstanceId(), id);
    }

    private List<VariableInstanceEntity> of(String instance, String scope) {
        return read.computeIfAbsent(
                        instance,
                        whole -> findVariableInstancesByProcessInstanceId(whole).stream()
                                .collect(Collectors.groupingBy(WholeVariables::scope)))
                .getOrDefault(scope, List.of());
    }

    private static String scope(VariableInstanceEntity variable) {
        return variable.getTaskId() != null ? variable.getTaskId() : variable.getExecutionId();
    }
}
