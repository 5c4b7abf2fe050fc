package io.rotadesk.petition.matter.process;

import io.rotadesk.petition.matter.MatterId;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The open tasks of a matter in whichever process they are: in the reception, in what it calls, and in receptions from before
 * matters had a model of their own.
 */
@Component
class OpenMatterTasks {

    private static final String[] PROCESSES = Stream.concat(
                    Stream.of(MatterVariables.RECEPTION), MatterVariables.CALLED.stream())
            .toArray(String[]::new);

    private final TaskService tasks;

    OpenMatterTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    /** @return ordered by age, the oldest at the top */
    List<Task> of(MatterId matterId) {
        return tasks.createTaskQuery()
                .processDefinitionKeyIn(PROCESSES)
                .processVariableValueEquals(MatterVariables.MATTER_ID.name(), matterId.value())
                .orderByTaskCreateTime()
                .asc()
                .list();
    }
}
