package io.rotadesk.engine;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateCatchEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ReceiveTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.util.ReflectionUtils;

/** Decides where a process waits for somebody or something, and which elements only seem to wait. */
final class FlowWaits {

    private FlowWaits() {}

    static boolean waits(ActivityImpl activity) {
        ActivityBehavior behavior = activity.getActivityBehavior();
        return behavior instanceof UserTaskActivityBehavior
                || behavior instanceof ReceiveTaskActivityBehavior
                || behavior instanceof ExternalTaskActivityBehavior
                || behavior instanceof IntermediateCatchEventActivityBehavior && !happensAtOnce(activity);
    }

    /** @return whether the event is a condition, which may be true already, or a timer that fires almost at once */
    static boolean happensAtOnce(ActivityImpl event) {
        String type = event.getProperties().get(BpmnProperties.TYPE);
        if (ActivityTypes.INTERMEDIATE_EVENT_CONDITIONAL.equals(type)
                || ActivityTypes.BOUNDARY_CONDITIONAL.equals(type)) {
            return true;
        }
        TimerDeclarationImpl timer = event.getEventScope() == null
                ? null
                : event.getEventScope()
                        .getProperties()
                        .get(BpmnProperties.TIMER_DECLARATIONS)
                        .get(event.getId());
        return timer != null && ModelTimer.of(timer).hardlyWaits();
    }

    /**
     * @return whether the model lets the element set the variable; variables set by a step of the application are not
     *     known
     */
    static boolean sets(ActivityImpl activity, String variable) {
        boolean byOutput = activity.getIoMapping() != null
                && activity.getIoMapping().getOutputParameters().stream()
                        .anyMatch(output -> output.getName().equals(variable));
        return byOutput || variable != null && variable.equals(resultVariable(activity.getActivityBehavior()));
    }

    private static Object resultVariable(ActivityBehavior behavior) {
        Field field = behavior == null ? null : ReflectionUtils.findField(behavior.getClass(), "resultVariable");
        return field == null ? null : ParsedParts.value(field, behavior);
    }
}
