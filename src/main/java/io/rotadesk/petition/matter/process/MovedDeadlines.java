package io.rotadesk.petition.matter.process;

import io.rotadesk.engine.models.MatterHandling;
import io.rotadesk.petition.matter.DeadlineMoved;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A deadline that moves with the calendar moves in the running processes too, in the same transaction. */
@Component
class MovedDeadlines {

    /** Deadlines of earlier versions were a second later. */
    private static final Duration SAME = Duration.ofSeconds(1);

    private final OpenMatterTasks open;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;

    MovedDeadlines(
            OpenMatterTasks open,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            RepositoryService repository) {
        this.open = open;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
    }

    @EventListener
    void moved(DeadlineMoved moved) {
        for (Task task : open.of(moved.matter().id())) {
            if (task.getDueDate() != null && isSame(task.getDueDate(), moved.from())) {
                task.setDueDate(Date.from(moved.to()));
                tasks.saveTask(task);
            }
        }
        instances(moved).forEach(instance -> moved(instance, moved));
    }

    private List<ProcessInstance> instances(DeadlineMoved moved) {
        return runtime
                .createProcessInstanceQuery()
                .variableValueEquals(
                        MatterVariables.MATTER_ID.name(), moved.matter().id().value())
                .list()
                .stream()
                .filter(one -> List.of(MatterVariables.RECEPTION, MatterHandling.PROCESS)
                        .contains(one.getProcessDefinitionKey()))
                .toList();
    }

    /** A process that watches the deadline begins a new watch; elsewhere a task's own timers wait for it. */
    private void moved(ProcessInstance instance, DeadlineMoved moved) {
        if (repository
                        .getBpmnModelInstance(instance.getProcessDefinitionId())
                        .getModelElementById(MatterHandling.SubProcess.WATCH_DEADLINE)
                != null) {
            runtime.setVariable(
                    instance.getId(), MatterVariables.DUE_AT.name(), moved.to().toString());
            return;
        }
        for (Job timer : management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list()) {
            if (isSame(timer.getDuedate(), moved.from())) {
                management.setJobDuedate(timer.getId(), Date.from(moved.to()));
            }
        }
    }

    private static boolean isSame(Date date, Instant deadline) {
        return Duration.between(date.toInstant(), deadline).abs().compareTo(SAME) <= 0;
    }
}
