package io.rotadesk.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.behavior.BoundaryConditionalEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.BoundaryEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.BpmnActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.CancelBoundaryEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.CancelEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.CompensationEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ErrorEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventSubProcessActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventSubProcessStartConditionalEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventSubProcessStartEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExclusiveGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.InclusiveGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateCatchEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateCatchLinkEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateConditionalEventBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateThrowNoneEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ManualTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.NoneEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.NoneStartEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ReceiveTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.SequentialMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskDelegateExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.SubProcessActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.TaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.TerminateEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ThrowEscalationEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ThrowSignalEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.listener.DelegateExpressionExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.listener.ExpressionExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.CamundaErrorEventDefinition;
import org.camunda.bpm.engine.impl.bpmn.parser.CompensateEventDefinition;
import org.camunda.bpm.engine.impl.bpmn.parser.ConditionalEventDefinition;
import org.camunda.bpm.engine.impl.bpmn.parser.ErrorEventDefinition;
import org.camunda.bpm.engine.impl.bpmn.parser.Escalation;
import org.camunda.bpm.engine.impl.bpmn.parser.EscalationEventDefinition;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.core.model.CallableElementParameter;
import org.camunda.bpm.engine.impl.core.model.Properties;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.mapping.OutputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ConstantValueProvider;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ListValueProvider;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.MapValueProvider;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.NullValueProvider;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.UelExpressionCondition;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.form.handler.DefaultStartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DelegateStartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DelegateTaskFormHandler;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncAfterMessageJobDeclaration;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncBeforeMessageJobDeclaration;
import org.camunda.bpm.engine.impl.jobexecutor.EventSubscriptionJobDeclaration;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.pvm.process.Lane;
import org.camunda.bpm.engine.impl.pvm.process.LaneSet;
import org.camunda.bpm.engine.impl.pvm.process.ParticipantProcess;
import org.camunda.bpm.engine.impl.task.TaskDecorator;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.impl.task.listener.ExpressionTaskListener;

/**
 * The parts that an element of a process may have once the engine has parsed it. Everything else is refused: scripts,
 * Java classes, injected fields, shell and mail, connectors, cases, and new features of later engines.
 */
final class AllowedParts {

    private static final Set<String> BEHAVIOURS = names(
            BoundaryConditionalEventActivityBehavior.class,
            BoundaryEventActivityBehavior.class,
            BpmnActivityBehavior.class,
            CallActivityBehavior.class,
            CancelBoundaryEventActivityBehavior.class,
            CancelEndEventActivityBehavior.class,
            CompensationEventActivityBehavior.class,
            DmnBusinessRuleTaskActivityBehavior.class,
            ErrorEndEventActivityBehavior.class,
            EventBasedGatewayActivityBehavior.class,
            EventSubProcessActivityBehavior.class,
            EventSubProcessStartConditionalEventActivityBehavior.class,
            EventSubProcessStartEventActivityBehavior.class,
            ExclusiveGatewayActivityBehavior.class,
            ExternalTaskActivityBehavior.class,
            InclusiveGatewayActivityBehavior.class,
            IntermediateCatchEventActivityBehavior.class,
            IntermediateCatchLinkEventActivityBehavior.class,
            IntermediateConditionalEventBehavior.class,
            IntermediateThrowNoneEventActivityBehavior.class,
            ManualTaskActivityBehavior.class,
            NoneEndEventActivityBehavior.class,
            NoneStartEventActivityBehavior.class,
            ParallelGatewayActivityBehavior.class,
            ParallelMultiInstanceActivityBehavior.class,
            ReceiveTaskActivityBehavior.class,
            SequentialMultiInstanceActivityBehavior.class,
            ServiceTaskDelegateExpressionActivityBehavior.class,
            ServiceTaskExpressionActivityBehavior.class,
            SubProcessActivityBehavior.class,
            TaskActivityBehavior.class,
            TerminateEndEventActivityBehavior.class,
            ThrowEscalationEventActivityBehavior.class,
            ThrowSignalEventActivityBehavior.class,
            UserTaskActivityBehavior.class);

    private static final Set<String> LISTENERS_AND_VALUES = names(
            DelegateExpressionExecutionListener.class,
            ExpressionExecutionListener.class,
            DelegateExpressionTaskListener.class,
            ExpressionTaskListener.class,
            IoMapping.class,
            InputParameter.class,
            OutputParameter.class,
            ConstantValueProvider.class,
            ListValueProvider.class,
            MapValueProvider.class,
            NullValueProvider.class,
            ElValueProvider.class,
            JuelExpression.class,
            UelExpressionCondition.class);

    private static final Set<String> DECLARATIONS = names(
            CamundaErrorEventDefinition.class,
            CompensateEventDefinition.class,
            ConditionalEventDefinition.class,
            ErrorEventDefinition.class,
            Escalation.class,
            EscalationEventDefinition.class,
            EventSubscriptionDeclaration.class,
            EventType.class,
            FailedJobRetryConfiguration.class,
            BaseCallableElement.class,
            CallableElement.class,
            CallableElementParameter.class,
            Properties.class,
            FormDefinition.class,
            DefaultStartFormHandler.class,
            DefaultTaskFormHandler.class,
            DelegateStartFormHandler.class,
            DelegateTaskFormHandler.class,
            AsyncAfterMessageJobDeclaration.class,
            AsyncBeforeMessageJobDeclaration.class,
            EventSubscriptionJobDeclaration.class,
            TimerDeclarationImpl.class,
            Lane.class,
            LaneSet.class,
            ParticipantProcess.class,
            TaskDecorator.class,
            TaskDefinition.class);

    private static final Set<String> ALLOWED = Stream.of(BEHAVIOURS, LISTENERS_AND_VALUES, DECLARATIONS)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Our own parts, and those that the engine itself adds to every element: history, metrics, the mapping of a
     * decision's result.
     */
    private static final List<String> ALLOWED_PACKAGES = List.of(
            "io.rotadesk.",
            "org.camunda.bpm.engine.impl.core.model.Property",
            "org.camunda.bpm.engine.impl.history.parser.",
            "org.camunda.bpm.engine.impl.metrics.parser.",
            "org.camunda.bpm.engine.impl.dmn.result.",
            "org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse$");

    private AllowedParts() {}

    static boolean allows(Object part) {
        String name = part.getClass().getName();
        return ALLOWED.contains(name) || ALLOWED_PACKAGES.stream().anyMatch(name::startsWith);
    }

    /**
     * @return whether the model can put something into the part that must be checked; an expression only has its text
     */
    static boolean holdsMore(Object part) {
        for (Class<?> type = part.getClass(); type != Object.class; type = type.getSuperclass()) {
            if (ALLOWED.contains(type.getName())) {
                return !(part instanceof JuelExpression);
            }
        }
        return false;
    }

    private static Set<String> names(Class<?>... classes) {
        return Stream.of(classes).map(Class::getName).collect(Collectors.toUnmodifiableSet());
    }
}
