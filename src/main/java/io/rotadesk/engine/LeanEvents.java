package io.rotadesk.engine;

import java.util.Date;
import java.util.Optional;
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

/**
 * Makes the events of {@link LeanHistory}. The event with which a user task ends says all of it, so that it can be written
 * at once: when it began, which task it was and whose.
 */
class LeanEvents extends CacheAwareHistoryEventProducer {

    static boolean isUserTask(HistoricActivityInstanceEventEntity activity) {
        return ActivityTypes.TASK_USER_TASK.equals(activity.getActivityType());
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
            // Without a task it did not get so far as to make one.
            began(ended, ended.getEndTime());
            initSequenceCounter((ExecutionEntity) execution, ended);
            endedTask(ended).ifPresentOrElse(task -> say(ended, task), () -> sayOfOpenTask(ended, execution));
        }
        return ended;
    }

    /** {@link LeanHistory} says it of every row, and looks nothing up. */
    @Override
    protected void provideRemovalTime(HistoryEvent event) {
        // Nothing to do.
    }

    private static Optional<HistoricTaskInstanceEventEntity> endedTask(HistoricActivityInstanceEventEntity activity) {
        return Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntitiesByType(HistoricTaskInstanceEventEntity.class)
                .stream()
                .filter(task -> activity.getActivityInstanceId().equals(task.getActivityInstanceId()))
                .findFirst();
    }

    private static void say(HistoricActivityInstanceEventEntity activity, HistoricTaskInstanceEventEntity task) {
        began(activity, task.getStartTime());
        activity.setTaskId(task.getTaskId());
        activity.setTaskAssignee(task.getAssignee());
    }

    /** A timer or a message that ends a step ends it before its task. */
    private static void sayOfOpenTask(HistoricActivityInstanceEventEntity activity, DelegateExecution execution) {
        ((ExecutionEntity) execution).getTasks().stream().findFirst().ifPresent(task -> {
            began(activity, task.getCreateTime());
            activity.setTaskId(task.getId());
            activity.setTaskAssignee(task.getAssignee());
        });
    }

    private static void began(HistoricScopeInstanceEvent event, Date when) {
        event.setStartTime(when);
        event.setDurationInMillis(event.getEndTime().getTime() - when.getTime());
    }
}
