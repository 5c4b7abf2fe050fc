package io.rotadesk.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Reads the tasks of a list in two statements, however long it is, and one that was completed just now. */
@Component
public class ListedTasks {

    /** The extension property of a user task with the text of its button; only a process owner's own models need it. */
    private static final String BUTTON = "button";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService repository;
    private final TaskProperties properties;
    private final Actor actor;

    ListedTasks(
            TaskService tasks,
            RuntimeService runtime,
            HistoryService history,
            RepositoryService repository,
            TaskProperties properties,
            Actor actor) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.history = history;
        this.repository = repository;
        this.properties = properties;
        this.actor = actor;
    }

    /** Those of these open tasks that this person has or may take, and all that belong to the units that they lead. */
    public List<ListedTask> seenBy(String login, Collection<String> ledUnits, Collection<String> ids) {
        return actor.inTheApplicationsName(() -> {
            TaskQuery theirs = asked(ids).or().taskInvolvedUser(login);
            if (!ledUnits.isEmpty()) {
                theirs.tenantIdIn(ledUnits.toArray(String[]::new));
            }
            return listed(theirs.endOr().list());
        });
    }

    /** Those of these open tasks that belong to a process, for somebody who may see all units. */
    public List<ListedTask> all(Collection<String> ids) {
        return actor.inTheApplicationsName(() -> listed(asked(ids).list()));
    }

    private TaskQuery asked(Collection<String> ids) {
        return tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).active();
    }

    /** @return the task, if this person has completed it since then */
    public Optional<ListedTask> completedBy(String login, String id, Instant since) {
        return actor.inTheApplicationsName(() -> Optional.ofNullable(history.createHistoricTaskInstanceQuery()
                        .taskId(id)
                        .finished()
                        .singleResult())
                .filter(task -> login.equals(task.getAssignee())
                        && TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason())
                        && task.getProcessInstanceId() != null
                        && !task.getEndTime().toInstant().isBefore(since))
                .flatMap(this::completed));
    }

    private Optional<ListedTask> completed(HistoricTaskInstance task) {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return Optional.ofNullable(instance)
                .map(found -> new ListedTask(
                        task.getId(),
                        found.getProcessDefinitionKey(),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        found.getTenantId(),
                        found.getBusinessKey(),
                        null));
    }

    private List<ListedTask> listed(List<Task> found) {
        Set<String> instanceIds = found.stream()
                .map(Task::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (instanceIds.isEmpty()) {
            return List.of();
        }
        Map<String, ProcessInstance> instances =
                runtime.createProcessInstanceQuery().processInstanceIds(instanceIds).list().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
        return found.stream()
                .filter(task -> instances.containsKey(task.getProcessInstanceId()))
                .map(task -> listed(task, instances.get(task.getProcessInstanceId())))
                .toList();
    }

    private ListedTask listed(Task task, ProcessInstance instance) {
        return new ListedTask(
                task.getId(),
                repository.getProcessDefinition(task.getProcessDefinitionId()).getKey(),
                task.getTaskDefinitionKey(),
                task.getName(),
                instance.getTenantId(),
                instance.getBusinessKey(),
                properties
                        .find(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), BUTTON)
                        .orElse(null));
    }
}
