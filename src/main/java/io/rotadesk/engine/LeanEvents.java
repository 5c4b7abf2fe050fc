package io.rotadesk.engine;

import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Makes the events of {@link LeanHistory}. The event with which a user task ends says when it began, so that nothing has
 * to be read.
 */
class LeanEvents extends CacheAwareHistoryEventProducer {

    static boolean isUserTask(HistoricActivityInstanceEventEntity activity) {
        return ActivityTypes.TASK_USER_TASK.equals(activity.getActivityType());
    }

    /** The row begins when its task does: the engine would look at the clock again. */
    @Override
    public HistoryEvent createTaskInstanceCreateEvt(DelegateTask task) {
        var begun = (HistoricTaskInstanceEventEntity) super.createTaskInstanceCreateEvt(task);
        begun.setStartTime(task.getCreateTime());
        return begun;
    }

    @Override
    public HistoryEvent createTaskInstanceCompleteEvt(DelegateTask task, String deleteReason) {
        var ended = (HistoricTaskInstanceEventEntity) super.createTaskInstanceCompleteEvt(task, deleteReason);
        began(ended, task.getCreateTime());
        return ended;
    }

    @Override
    public HistoryEvent createActivityInstanceEndEvt(DelegateExecution execution) {
        var ended = (HistoricActivityInstanceEventEntity) super.createActivityInstanceEndEvt(execution);
        if (isUserTask(ended)) {
            task(ended, (ExecutionEntity) execution).ifPresent(task -> began(ended, task.getCreateTime()));
        }
        return ended;
    }

    /** {@link LeanHistory} says it of every row, and looks nothing up. */
    @Override
    protected void provideRemovalTime(HistoryEvent event) {
        // Nothing to do.
    }

    /** The task is known already if it has ended; a timer or a message that ends the step ends it before its task. */
    private static Optional<TaskEntity> task(HistoricActivityInstanceEventEntity step, ExecutionEntity execution) {
        return Stream.concat(
                        Context.getCommandContext()
                                .getDbEntityManager()
                                .getCachedEntitiesByType(TaskEntity.class)
                                .stream()
                                .filter(task -> execution.getId().equals(task.getExecutionId())),
                        execution.getTasks().stream())
                .filter(task -> step.getActivityId().equals(task.getTaskDefinitionKey()))
                .max(Comparator.comparing(TaskEntity::getCreateTime));
    }

    private static void began(HistoricScopeInstanceEvent event, Date when) {
        event.setStartTime(when);
        event.setDurationInMillis(event.getEndTime().getTime() - when.getTime());
    }
}
