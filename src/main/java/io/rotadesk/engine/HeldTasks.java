package io.rotadesk.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Knows which open tasks a person has in hand, for what is kept and offered beside their forms. */
@Component
public class HeldTasks {

    private final TaskService tasks;
    private final RepositoryService repository;
    private final Actor actor;

    HeldTasks(TaskService tasks, RepositoryService repository, Actor actor) {
        this.tasks = tasks;
        this.repository = repository;
        this.actor = actor;
    }

    /** @return the ids of the tasks that are assigned to this person, each with its unit; empty text for no unit */
    public Map<String, String> unitsOf(String login) {
        return actor.inTheApplicationsName(() -> tasks.createTaskQuery().taskAssignee(login).active().list().stream()
                .collect(Collectors.toMap(Task::getId, task -> Objects.toString(task.getTenantId(), ""))));
    }

    /** @return the open task with this id, if it is assigned to this person and belongs to a process */
    public Optional<HeldTask> find(String taskId, String login) {
        return actor.inTheApplicationsName(() -> Optional.ofNullable(tasks.createTaskQuery()
                        .taskId(taskId)
                        .taskAssignee(login)
                        .active()
                        .singleResult())
                .filter(task -> task.getProcessDefinitionId() != null)
                .map(this::held));
    }

    /** @return the text that the process keeps under this name; empty for none, and if the task has ended meanwhile */
    public Optional<String> text(HeldTask task, String variable) {
        return actor.inTheApplicationsName(() -> {
            try {
                return Optional.ofNullable(tasks.getVariable(task.id(), variable))
                        .map(Object::toString);
            } catch (NullValueException endedMeanwhile) {
                return Optional.empty();
            }
        });
    }

    private HeldTask held(Task task) {
        String process =
                repository.getProcessDefinition(task.getProcessDefinitionId()).getKey();
        return new HeldTask(task.getId(), process, task.getTenantId());
    }
}
