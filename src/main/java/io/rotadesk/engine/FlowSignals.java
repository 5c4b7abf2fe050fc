package io.rotadesk.engine;

import io.rotadesk.engine.ModelFlow.FlowPoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateCatchEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ThrowSignalEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.util.ReflectionUtils;

/** Finds the signal events that follow a signal at once: those of the same name, in any process. */
final class FlowSignals {

    private final Map<ActivityImpl, EventSubscriptionDeclaration> thrown = new LinkedHashMap<>();
    private final Map<ActivityImpl, EventSubscriptionDeclaration> caught = new LinkedHashMap<>();

    void thrown(ActivityImpl event) {
        var field = ReflectionUtils.findField(ThrowSignalEventActivityBehavior.class, "signalDefinition");
        thrown.put(event, (EventSubscriptionDeclaration) ParsedParts.value(field, event.getActivityBehavior()));
    }

    /** @param activity any activity; one that is no signal event is ignored */
    void caughtBy(ActivityImpl activity) {
        if (activity.getEventScope() != null) {
            var event = EventSubscriptionDeclaration.getDeclarationsForScope(activity.getEventScope())
                    .get(activity.getId());
            if (event != null && event.getEventType().equals(EventType.SIGNAL.name())) {
                caught.put(activity, event);
            }
        }
    }

    void forEach(BiConsumer<FlowPoint, FlowPoint> step) {
        thrown.forEach((from, signal) -> caught.forEach((to, event) -> {
            // A name that is an expression may have any value.
            boolean mayBeSame = !signal.isEventNameLiteralText()
                    || !event.isEventNameLiteralText()
                    || signal.getUnresolvedEventName().equals(event.getUnresolvedEventName());
            if (mayBeSame) {
                boolean waited = to.getActivityBehavior() instanceof IntermediateCatchEventActivityBehavior;
                step.accept(FlowPoint.begins(from), waited ? FlowPoint.over(to) : FlowPoint.begins(to));
            }
        }));
    }
}
