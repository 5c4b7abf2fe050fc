package io.rotadesk.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Sends the form of a task for a person who answers it on a page of ours instead of in Tasklist. */
@Component
public class TasksFromPages {

    private final TaskService tasks;
    private final ModelGuard guard;

    TasksFromPages(TaskService tasks, ModelGuard guard) {
        this.tasks = tasks;
        this.guard = guard;
    }

    /**
     * The task is theirs first, so that it is on record who sent it. The same rules hold as in Tasklist: the person must be
     * known to the engine and may do the task.
     *
     * @param process the key of the task's process
     * @param task empty if there is none any more
     * @param login of the person
     * @param form the values by the keys of the form
     * @return false, and nothing has happened, if there is no task or somebody else has it
     */
    public boolean send(String process, Optional<Task> task, String login, Map<String, Object> form) {
        Optional<Task> theirs = task.filter(
                one -> one.getAssignee() == null || one.getAssignee().equals(login));
        theirs.ifPresent(one -> guard.run(process, () -> {
            if (one.getAssignee() == null) {
                tasks.claim(one.getId(), login);
            }
            tasks.complete(one.getId(), form);
        }));
        return theirs.isPresent();
    }
}
