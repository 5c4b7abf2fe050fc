package io.rotadesk.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Writes the engine's history, with only those variables that a module declared as not personal. The words of callers,
 * and lists made for a form, are in our tables or are deleted with the task. Gateways at which one way is taken, more than
 * half of the elements that a call passes, are left out: the next element shows what was decided. So are subprocesses and
 * their starts: they say how a model is drawn, and what was done in them is kept.
 */
class LeanHistory extends DbHistoryEventHandler {

    private static final Set<String> LEFT_OUT =
            Set.of(ActivityTypes.GATEWAY_EXCLUSIVE, ActivityTypes.GATEWAY_EVENT_BASED, ActivityTypes.SUB_PROCESS);

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

    private final ObjectProvider<ProcessVariables> declared;
    private final Map<String, Set<String>> kept = new ConcurrentHashMap<>();

    LeanHistory(ObjectProvider<ProcessVariables> declared) {
        this.declared = declared;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (isKept(event)) {
            super.handleEvent(event);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private boolean isKept(HistoryEvent event) {
        if (event instanceof HistoricFormPropertyEventEntity) {
            return false;
        }
        if (event instanceof HistoricVariableUpdateEventEntity variable) {
            return variable.getProcessDefinitionKey() != null
                    && kept.computeIfAbsent(variable.getProcessDefinitionKey(), this::namesKept)
                            .contains(variable.getVariableName());
        }
        return !(event instanceof HistoricActivityInstanceEventEntity activity) || isKept(activity);
    }

    private static boolean isKept(HistoricActivityInstanceEventEntity activity) {
        return !LEFT_OUT.contains(activity.getActivityType())
                && (!STARTS.contains(activity.getActivityType())
                        || activity.getProcessInstanceId().equals(activity.getParentActivityInstanceId()));
    }

    private Set<String> namesKept(String processDefinitionKey) {
        return declared.stream()
                .filter(process -> process.processDefinitionKey().equals(processDefinitionKey))
                .flatMap(process -> process.variables().stream())
                .filter(variable -> !variable.isPersonal())
                .map(ProcessVariable::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
