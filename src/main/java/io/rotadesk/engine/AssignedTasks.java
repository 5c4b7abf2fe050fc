package io.rotadesk.engine;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Knows which open tasks a person has in hand. */
@Component
public class AssignedTasks {

    private final TaskService tasks;
    private final Actor actor;

    AssignedTasks(TaskService tasks, Actor actor) {
        this.tasks = tasks;
        this.actor = actor;
    }

    /** @return the ids of the tasks that are assigned to this person, each with its unit; empty text for no unit */
    public Map<String, String> unitsOf(String login) {
        return actor.inTheApplicationsName(() -> tasks.createTaskQuery().taskAssignee(login).active().list().stream()
                .collect(Collectors.toMap(Task::getId, task -> Objects.toString(task.getTenantId(), ""))));
    }
}
