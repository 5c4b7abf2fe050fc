package io.rotadesk.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Writes the engine's history: how a process went and how long people took, and no values. The words of callers are in
 * our tables, or are deleted with the task. Steps at which nothing waits are left out, and so is how a model is drawn: the
 * next event or user task shows what was decided.
 */
class LeanHistory extends DbHistoryEventHandler {

    private static final Set<String> LEFT_OUT = Set.of(
            ActivityTypes.TASK_SERVICE,
            ActivityTypes.TASK_SEND_TASK,
            ActivityTypes.TASK_BUSINESS_RULE,
            ActivityTypes.TASK_SCRIPT,
            ActivityTypes.GATEWAY_EXCLUSIVE,
            ActivityTypes.GATEWAY_INCLUSIVE,
            ActivityTypes.GATEWAY_PARALLEL,
            ActivityTypes.GATEWAY_EVENT_BASED,
            ActivityTypes.SUB_PROCESS,
            ActivityTypes.MULTI_INSTANCE_BODY);

    /** Of these, only the one with which the process itself began is kept. */
    private static final Set<String> STARTS = Set.of(
            ActivityTypes.START_EVENT,
            ActivityTypes.START_EVENT_MESSAGE,
            ActivityTypes.START_EVENT_TIMER,
            ActivityTypes.START_EVENT_SIGNAL,
            ActivityTypes.START_EVENT_CONDITIONAL,
            ActivityTypes.START_EVENT_ERROR,
            ActivityTypes.START_EVENT_ESCALATION,
            ActivityTypes.START_EVENT_COMPENSATION);

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!isKept(event)) {
            return;
        }
        provideRemovalTime(event);
        if (endsUserTask(event)) {
            end(event);
        } else {
            super.handleEvent(event);
        }
    }

    /** The event says when the task began, so its row is not read first. */
    private void end(HistoryEvent event) {
        if (getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null) {
            getDbEntityManager().merge(event);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    static boolean isKept(HistoryEvent event) {
        if (event instanceof HistoricFormPropertyEventEntity || event instanceof HistoricVariableUpdateEventEntity) {
            return false;
        }
        return !(event instanceof HistoricActivityInstanceEventEntity activity) || isKept(activity);
    }

    private static boolean isKept(HistoricActivityInstanceEventEntity activity) {
        return !LEFT_OUT.contains(activity.getActivityType())
                && (!STARTS.contains(activity.getActivityType())
                        || activity.getProcessInstanceId().equals(activity.getParentActivityInstanceId()));
    }

    private static boolean endsUserTask(HistoryEvent event) {
        return event instanceof HistoricTaskInstanceEventEntity
                        && event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE)
                || event instanceof HistoricActivityInstanceEventEntity step
                        && LeanEvents.isUserTask(step)
                        && event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END);
    }

    /**
     * Each row is removed when its own time is over. The engine would look up for each when the process began, and take the
     * rows of a long one away while it runs.
     */
    private static void provideRemovalTime(HistoryEvent event) {
        ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
        if (event.getRemovalTime() == null
                && event.getProcessDefinitionId() != null
                && ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START.equals(
                        engine.getHistoryRemovalTimeStrategy())) {
            ProcessDefinitionEntity process =
                    engine.getDeploymentCache().findDeployedProcessDefinitionById(event.getProcessDefinitionId());
            event.setRemovalTime(DefaultHistoryRemovalTimeProvider.determineRemovalTime(
                    ClockUtil.getCurrentTime(), process.getHistoryTimeToLive()));
        }
    }
}
