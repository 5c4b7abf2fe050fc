package io.rotadesk.engine;

import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Counts the tasks that wait for a person in Tasklist. */
@Component
public class OpenTasks {

    private final TaskService tasks;

    OpenTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    /** @return the person's own tasks, and those that they may claim */
    public long of(String login) {
        return tasks.createTaskQuery().taskAssignee(login).active().count()
                + tasks.createTaskQuery().taskCandidateUser(login).active().count();
    }
}
