package io.rotadesk.staff.handover.process;

import io.rotadesk.engine.RingingTask;
import io.rotadesk.engine.RingingTasks;
import io.rotadesk.staff.unit.RosterLoaded;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves a leaver's rings on. A call that rings at their desk, or a visitor who waits for them, goes to the next agent
 * at once, as if the time were up.
 */
@Component
class LeaversRings {

    private static final Logger log = LoggerFactory.getLogger(LeaversRings.class);

    private final RingingTasks ringing;
    private final TaskService tasks;
    private final ManagementService management;
    private final RepositoryService repository;
    private final TransactionTemplate apart;

    LeaversRings(
            RingingTasks ringing,
            TaskService tasks,
            ManagementService management,
            RepositoryService repository,
            PlatformTransactionManager transactions) {
        this.ringing = ringing;
        this.tasks = tasks;
        this.management = management;
        this.repository = repository;
        this.apart = new TransactionTemplate(transactions);
        // The roster has committed. If this fails, the ring's own timer does it.
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void left(RosterLoaded roster) {
        roster.left().forEach(login -> {
            try {
                apart.executeWithoutResult(status -> goOnWithout(login));
            } catch (RuntimeException e) {
                log.warn("A ring at {}, who has left, moves on when its time is up: {}", login, e.getMessage());
            }
        });
    }

    private void goOnWithout(String login) {
        ringing.of(login).stream()
                .map(RingingTask::id)
                .flatMap(id -> tasks.createTaskQuery().taskId(id).taskAssignee(login).list().stream())
                .flatMap(this::endOfTime)
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    /** The timers that take the task away from its assignee. */
    private Stream<Job> endOfTime(Task task) {
        return management.createJobQuery().executionId(task.getExecutionId()).timers().list().stream()
                .filter(job -> takesTheTaskAway(job, task));
    }

    private boolean takesTheTaskAway(Job timer, Task task) {
        JobDefinition definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult();
        return definition != null
                && repository
                                .getBpmnModelInstance(task.getProcessDefinitionId())
                                .getModelElementById(definition.getActivityId())
                        instanceof BoundaryEvent event
                && event.cancelActivity()
                && event.getAttachedTo().getId().equals(task.getTaskDefinitionKey());
    }
}
