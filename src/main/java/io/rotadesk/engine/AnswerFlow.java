package io.rotadesk.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.behavior.BoundaryEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventSubProcessActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventSubProcessStartEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.InclusiveGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;

/**
 * The elements that follow a user task in its process: in the transaction that completes the task, and after something has been
 * waited for. In doubt an element comes later: a join may wait for another branch, a called process for anything, and an
 * event beside the flow may happen at any time.
 */
final class AnswerFlow {

    private final String answer;
    private final List<ActivityImpl> events;
    private final Set<CoreModelElement> atOnce = new HashSet<>();
    private final Set<CoreModelElement> later = new HashSet<>();
    private final Deque<Runnable> steps = new ArrayDeque<>();

    /**
     * @param answer the name of a variable: where a later task gives its process a new answer of the same name, the old
     *     one is of no interest any more
     */
    AnswerFlow(ProcessDefinitionEntity process, ActivityImpl task, String answer) {
        this.answer = answer;
        this.events = elements(process).stream().filter(AnswerFlow::isBeside).toList();
        leave(task, false);
        eventsAround(task);
        while (!steps.isEmpty()) {
            steps.poll().run();
        }
    }

    /** All elements of the process, at any depth. */
    static List<ActivityImpl> elements(ScopeImpl scope) {
        return scope.getActivities().stream()
                .flatMap(inner -> Stream.concat(Stream.of(inner), elements(inner).stream()))
                .toList();
    }

    /** Elements and sequence flows that are passed when the task is completed, before anything is waited for. */
    Set<CoreModelElement> atOnce() {
        return atOnce;
    }

    /** Those that are passed when something has been waited for, including the place of waiting. */
    Set<CoreModelElement> later() {
        return later;
    }

    private void leave(ActivityImpl element, boolean hasWaited) {
        for (PvmTransition flow : element.getOutgoingTransitions()) {
            mark((TransitionImpl) flow, hasWaited);
            enter((ActivityImpl) flow.getDestination(), hasWaited);
        }
        if (element.getOutgoingTransitions().isEmpty() && element.getFlowScope() instanceof ActivityImpl around) {
            if (mark(around, hasWaited)) {
                eventsAround(around);
            }
            steps.add(() -> leave(around, hasWaited || around.isAsyncAfter()));
        }
    }

    private void enter(ActivityImpl element, boolean hasWaited) {
        boolean waits = hasWaited || waits(element);
        if (!mark(element, waits)) {
            return;
        }
        eventsAround(element);
        if (givesNewAnswer(element)) {
            return;
        }
        steps.add(() -> {
            if (element.getActivities().isEmpty()) {
                leave(element, waits || element.isAsyncAfter());
            } else {
                element.getActivities().stream().filter(AnswerFlow::isEntry).forEach(inner -> enter(inner, waits));
            }
        });
    }

    /** @return whether it is new */
    private boolean mark(CoreModelElement element, boolean hasWaited) {
        return (hasWaited ? later : atOnce).add(element);
    }

    private void eventsAround(ActivityImpl element) {
        for (ScopeImpl scope = element; scope != null; scope = around(scope)) {
            for (ActivityImpl event : events) {
                if (event.getEventScope() == scope && !later.contains(event)) {
                    enter(event, true);
                }
            }
        }
    }

    private static ScopeImpl around(ScopeImpl scope) {
        return scope instanceof ActivityImpl inner ? inner.getFlowScope() : null;
    }

    private static boolean waits(ActivityImpl element) {
        ActivityBehavior behavior = element.getActivityBehavior();
        boolean joins = behavior instanceof ParallelGatewayActivityBehavior
                || behavior instanceof InclusiveGatewayActivityBehavior;
        return FlowWaits.waits(element)
                || element.isAsyncBefore()
                || behavior instanceof CallActivityBehavior
                || behavior instanceof EventBasedGatewayActivityBehavior
                || joins && element.getIncomingTransitions().size() > 1;
    }

    /** Whether the element is a task whose outputs set the variable whenever it is completed. */
    private boolean givesNewAnswer(ActivityImpl element) {
        return element.getActivityBehavior() instanceof UserTaskActivityBehavior && FlowWaits.sets(element, answer);
    }

    private static boolean isBeside(ActivityImpl element) {
        ActivityBehavior behavior = element.getActivityBehavior();
        return behavior instanceof BoundaryEventActivityBehavior
                || behavior instanceof EventSubProcessStartEventActivityBehavior;
    }

    private static boolean isEntry(ActivityImpl inner) {
        return inner.getIncomingTransitions().isEmpty()
                && !inner.isCompensationHandler()
                && !isBeside(inner)
                && !(inner.getActivityBehavior() instanceof EventSubProcessActivityBehavior);
    }
}
