package io.rotadesk.engine;

import io.rotadesk.engine.ModelFlow.FlowPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.BoundaryEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ErrorEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventSubProcessActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskDelegateExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ThrowEscalationEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ThrowSignalEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.listener.DelegateExpressionExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.listener.ExpressionExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.ConditionalEventDefinition;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;

/** The steps of processes that follow each other at once, without a person, a message or a timer between them. */
final class FlowSteps {

    private static final Set<String> BY_ERROR = Set.of(ActivityTypes.BOUNDARY_ERROR, ActivityTypes.START_EVENT_ERROR);
    private static final Set<String> BY_ESCALATION =
            Set.of(ActivityTypes.BOUNDARY_ESCALATION, ActivityTypes.START_EVENT_ESCALATION);

    private final CalledProcesses called;
    private final Map<FlowPoint, List<FlowPoint>> steps = new LinkedHashMap<>();
    private final List<ProcessDefinitionEntity> callees = new ArrayList<>();
    private final FlowSignals signals = new FlowSignals();
    /** All activities of the process that is being read. */
    private List<ActivityImpl> all = List.of();

    FlowSteps(CalledProcesses called) {
        this.called = called;
    }

    void read(ProcessDefinitionEntity process) {
        all = new ArrayList<>();
        collect(process);
        all.forEach(activity -> {
            flow(activity);
            events(activity);
        });
    }

    /** @return the processes that are called by those read so far */
    List<ProcessDefinitionEntity> callees() {
        return callees;
    }

    void forEach(BiConsumer<FlowPoint, FlowPoint> step) {
        steps.forEach((from, following) -> following.forEach(to -> step.accept(from, to)));
        signals.forEach(step);
    }

    private void collect(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            all.add(activity);
            collect(activity);
        }
    }

    private void flow(ActivityImpl activity) {
        activity.getOutgoingTransitions()
                .forEach(
                        flow -> step(FlowPoint.over(activity), FlowPoint.begins((ActivityImpl) flow.getDestination())));
        if (activity.getOutgoingTransitions().isEmpty() && activity.getFlowScope() instanceof ActivityImpl around) {
            step(FlowPoint.over(activity), FlowPoint.over(around));
        }
        if (activity.getActivityBehavior() instanceof CallActivityBehavior call) {
            call(activity, call);
        } else if (!activity.getActivities().isEmpty()) {
            activity.getActivities().stream()
                    .filter(inner -> isEntry(activity, inner))
                    .forEach(inner -> step(FlowPoint.begins(activity), FlowPoint.begins(inner)));
        } else if (!FlowWaits.waits(activity)) {
            step(FlowPoint.begins(activity), FlowPoint.over(activity));
        }
    }

    private void events(ActivityImpl activity) {
        ActivityBehavior behavior = activity.getActivityBehavior();
        if (behavior instanceof ThrowSignalEventActivityBehavior) {
            signals.thrown(activity);
        } else if (behavior instanceof ErrorEndEventActivityBehavior
                || behavior instanceof ServiceTaskDelegateExpressionActivityBehavior
                || behavior instanceof ServiceTaskExpressionActivityBehavior
                || listenerMayThrow(activity, ExecutionListener.EVENTNAME_START)) {
            caught(activity, FlowPoint.begins(activity), BY_ERROR);
        } else if (behavior instanceof ThrowEscalationEventActivityBehavior) {
            caught(activity, FlowPoint.begins(activity), BY_ESCALATION);
        }
        if (listenerMayThrow(activity, ExecutionListener.EVENTNAME_END)
                || activity.getOutgoingTransitions().stream()
                        .anyMatch(flow -> listenerMayThrow((TransitionImpl) flow, ExecutionListener.EVENTNAME_TAKE))) {
            caught(activity, FlowPoint.over(activity), BY_ERROR);
        }
        signals.caughtBy(activity);
        if (behavior instanceof BoundaryEventActivityBehavior
                && activity.getEventScope() instanceof ActivityImpl host
                && FlowWaits.happensAtOnce(activity)) {
            step(FlowPoint.begins(host), FlowPoint.begins(activity));
        }
        ConditionalEventDefinition condition =
                activity.getProperties().get(BpmnProperties.CONDITIONAL_EVENT_DEFINITION);
        if (condition != null) {
            all.stream()
                    .filter(setting -> FlowWaits.sets(setting, condition.getVariableName()))
                    .forEach(setting -> step(FlowPoint.over(setting), FlowPoint.begins(activity)));
        }
    }

    private static boolean listenerMayThrow(CoreModelElement element, String event) {
        return element.getListeners(event).stream()
                .anyMatch(listener -> listener instanceof DelegateExpressionExecutionListener
                        || listener instanceof ExpressionExecutionListener);
    }

    /** To every event around the element that may catch what it throws; by which code is not asked. */
    private void caught(ActivityImpl thrower, FlowPoint from, Set<String> types) {
        ScopeImpl scope = thrower;
        while (scope != null) {
            for (ActivityImpl event : all) {
                if (event.getEventScope() == scope
                        && types.contains(event.getProperties().get(BpmnProperties.TYPE))) {
                    step(from, FlowPoint.begins(event));
                }
            }
            scope = scope instanceof ActivityImpl inner ? inner.getFlowScope() : null;
        }
    }

    private void call(ActivityImpl activity, CallActivityBehavior behavior) {
        Optional<ProcessDefinitionEntity> callee =
                behavior.getCallableElement().getDefinitionKeyValueProvider() instanceof ElValueProvider key
                        ? called.byKey(key.getExpression().getExpressionText())
                        : Optional.empty();
        if (callee.isEmpty()) {
            step(FlowPoint.begins(activity), FlowPoint.over(activity));
            return;
        }
        callees.add(callee.get());
        for (ActivityImpl inner : callee.get().getActivities()) {
            if (inner == callee.get().getInitial()) {
                step(FlowPoint.begins(activity), FlowPoint.begins(inner));
            }
            if (inner.getOutgoingTransitions().isEmpty()) {
                step(FlowPoint.over(inner), FlowPoint.over(activity));
            }
        }
    }

    /** Whether the inner element begins when the one around it begins; an event subprocess begins with its event. */
    private static boolean isEntry(ActivityImpl around, ActivityImpl inner) {
        return !(around.getActivityBehavior() instanceof EventSubProcessActivityBehavior)
                && inner.getIncomingTransitions().isEmpty()
                && !inner.isCompensationHandler()
                && !(inner.getActivityBehavior() instanceof BoundaryEventActivityBehavior)
                && !(inner.getActivityBehavior() instanceof EventSubProcessActivityBehavior);
    }

    private void step(FlowPoint from, FlowPoint to) {
        steps.computeIfAbsent(from, point -> new ArrayList<>()).add(to);
    }
}
