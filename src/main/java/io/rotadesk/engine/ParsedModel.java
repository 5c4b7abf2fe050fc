package io.rotadesk.engine;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskDelegateExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.listener.DelegateExpressionExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.springframework.util.ReflectionUtils;

/** Checks one parsed process: every element of it, and every part of the element. */
final class ParsedModel {

    private static final String BODY = BpmnParse.getIdForMiBody("");

    private final ProcessDefinitionEntity process;
    private final ModelBeans beans;
    private final List<ModelFinding> findings = new ArrayList<>();
    /** The element that is being checked. */
    private String element = "";

    ParsedModel(ProcessDefinitionEntity process, ModelBeans beans) {
        this.process = process;
        this.beans = beans;
    }

    /**
     * @return findings about parts that are not on the list of {@link AllowedParts}, and about refused expressions,
     *     delegates and timers
     */
    List<ModelFinding> findings() {
        element = process.getKey();
        new ParsedParts(process).forEach(this::check);
        visit(process);
        return findings;
    }

    private void visit(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            element = activity.getId().replace(BODY, "");
            new ParsedParts(activity).forEach(this::check);
            activity.getOutgoingTransitions().forEach(flow -> {
                element = flow.getId() == null ? activity.getId() : flow.getId();
                new ParsedParts(flow).forEach(this::check);
            });
            visit(activity);
        }
    }

    private boolean check(Object part) {
        if (!AllowedParts.allows(part)) {
            add("model.part", part.getClass().getSimpleName());
            return false;
        }
        if (part instanceof JuelExpression expression) {
            checkExpression(expression.getExpressionText());
        } else if (part instanceof ServiceTaskDelegateExpressionActivityBehavior) {
            return checkDelegate(part, JavaDelegate.class);
        } else if (part instanceof DelegateExpressionExecutionListener) {
            return checkDelegate(part, ExecutionListener.class);
        } else if (part instanceof DelegateExpressionTaskListener) {
            return checkDelegate(part, TaskListener.class);
        } else if (part instanceof CallableElementActivityBehavior
                && (field(part, "className") != null || field(part, "expression") != null)) {
            add("model.part", "DelegateVariableMapping");
        } else if (part instanceof MultiInstanceActivityBehavior loop) {
            checkLoop(loop);
        } else if (part instanceof TimerDeclarationImpl timer) {
            ModelTimer.of(timer).problem().ifPresent(problem -> add(problem.message(), problem.arguments()));
        }
        return AllowedParts.holdsMore(part);
    }

    private void checkExpression(String text) {
        if (ModelExpression.isExpression(text)) {
            new ModelExpression(text)
                    .problems(
                            beans,
                            name -> ReservedNames.LOOP_VARIABLES.contains(name) || ReservedNames.isFree(name, beans))
                    .forEach(problem -> add(problem.message(), problem.arguments()));
        }
    }

    /** @return false, since the expression that names a bean is no value */
    private boolean checkDelegate(Object part, Class<?> wanted) {
        String text = ((Expression) field(part, "expression")).getExpressionText();
        String name = new ModelExpression(text).singleName().orElse("");
        boolean fits = beans.containsKey(name)
                && (wanted.isAssignableFrom(beans.type(name))
                        || wanted == ExecutionListener.class && JavaDelegate.class.isAssignableFrom(beans.type(name)));
        if (!fits) {
            add("model.delegateType", text, element);
        }
        if (field(part, "fieldDeclarations") instanceof Collection<?> injected && !injected.isEmpty()) {
            add("model.element", "field");
        }
        return false;
    }

    private void checkLoop(MultiInstanceActivityBehavior loop) {
        Expression cardinality = loop.getLoopCardinalityExpression();
        if (cardinality != null && !ModelExpression.isExpression(cardinality.getExpressionText())) {
            String text = cardinality.getExpressionText().strip();
            if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > BoundedLoops.MOST) {
                add("model.loop", text, BoundedLoops.MOST);
            }
        }
    }

    private static Object field(Object part, String name) {
        Field field = ReflectionUtils.findField(part.getClass(), name);
        if (field == null) {
            throw new IllegalStateException(
                    part.getClass() + " has no field " + name + ": the check must be fitted to this engine");
        }
        return ParsedParts.value(field, part);
    }

    private void add(String message, Object... arguments) {
        // The engine knows the file's name only later.
        findings.add(new ModelFinding(process.getKey(), element, message, arguments));
    }
}
