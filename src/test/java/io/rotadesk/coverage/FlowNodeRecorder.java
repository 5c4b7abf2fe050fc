package io.rotadesk.coverage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionContext;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.stereotype.Component;

/**
 * Records which flow nodes the processes pass, in every application context of a test run. Passed means finished, not
 * cancelled, and committed.
 */
@Component
class FlowNodeRecorder extends AbstractProcessEnginePlugin {

    private static final Map<String, Set<String>> passed = new ConcurrentHashMap<>();

    /** Ids of activity instances of subprocesses out of which an end event of theirs threw something. */
    private static final Set<String> leftByThrowing = ConcurrentHashMap.newKeySet();

    /** @return the ids of the nodes passed so far */
    static Set<String> passed(String processDefinitionKey) {
        return passed.getOrDefault(processDefinitionKey, Set.of());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomHistoryEventHandlers().add(new Handler());
    }

    private static class Handler implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof HistoricActivityInstanceEventEntity activity
                    && event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)
                    && (!activity.isCanceled()
                            || isLeftByItsEvent(activity)
                            || leavesItsSubprocess(activity)
                            || leftByThrowing.contains(activity.getActivityInstanceId()))) {
                TransactionContext transaction = Context.getCommandContext().getTransactionContext();
                // One whose throw does not interrupt the subprocess is not cancelled itself.
                if (activity.isCanceled() && leavesItsSubprocess(activity)) {
                    left(activity.getParentActivityInstanceId(), transaction);
                }
                String process = activity.getProcessDefinitionKey();
                String node = activity.getActivityId();
                transaction.addTransactionListener(
                        TransactionState.COMMITTED,
                        context -> passed.computeIfAbsent(process, p -> ConcurrentHashMap.newKeySet())
                                .add(node));
            }
        }

        /** For this transaction only: what is cancelled later is cancelled by something else. */
        private static void left(String subprocess, TransactionContext transaction) {
            leftByThrowing.add(subprocess);
            for (TransactionState end : List.of(TransactionState.COMMITTED, TransactionState.ROLLED_BACK)) {
                transaction.addTransactionListener(end, context -> leftByThrowing.remove(subprocess));
            }
        }

        /** An event-based gateway never finishes; the event that happens stands for it. */
        private static boolean isLeftByItsEvent(HistoricActivityInstanceEventEntity activity) {
            return ActivityTypes.GATEWAY_EVENT_BASED.equals(activity.getActivityType());
        }

        /** What an end event throws is caught on the edge of its subprocess, which cancels the subprocess and all in it. */
        private static boolean leavesItsSubprocess(HistoricActivityInstanceEventEntity activity) {
            return ActivityTypes.END_EVENT_ESCALATION.equals(activity.getActivityType())
                    || ActivityTypes.END_EVENT_ERROR.equals(activity.getActivityType());
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }
}
