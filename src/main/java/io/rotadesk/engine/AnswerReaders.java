package io.rotadesk.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.ConditionalEventDefinition;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.core.model.CallableElementParameter;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;

/**
 * The elements of a process that read a variable: by an expression, by a bean that the variable's declaration names, in
 * a form or in a decision. Texts are searched for the name; one reader too many costs a row, and nothing else.
 */
final class AnswerReaders {

    private final String name;
    private final Pattern words;
    private final DeployedTexts texts;

    AnswerReaders(ProcessVariable<?> variable, DeployedTexts texts) {
        this.name = variable.name();
        this.words = Pattern.compile(Stream.concat(Stream.of(variable.name()), variable.readers().stream())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}_])(?:", ")(?![\\p{L}\\p{N}_])")));
        this.texts = texts;
    }

    /** @param element of the process, or the process itself, or a sequence flow */
    boolean reads(CoreModelElement element) {
        if (!(element instanceof ActivityImpl activity)) {
            return areRead(element);
        }
        return hasInput(activity)
                ? areRead(new BeforeInputs(activity))
                : areRead(activity) || readsByForm(activity) || decides(activity);
    }

    private boolean areRead(Object parts) {
        boolean[] found = {false};
        new ParsedParts(parts).forEach(part -> {
            found[0] |= mentions(part);
            return AllowedParts.holdsMore(part);
        });
        return found[0];
    }

    /** The parts of a task that are evaluated before its input of the same name hides the variable. */
    private record BeforeInputs(List<InputParameter> inputs, List<Object> task) {

        BeforeInputs(ActivityImpl element) {
            this(
                    element.getIoMapping().getInputParameters(),
                    element.getActivityBehavior() instanceof UserTaskActivityBehavior user
                            ? before(user.getTaskDefinition())
                            : List.of(element.getActivityBehavior()));
        }

        private static List<Object> before(TaskDefinition task) {
            return Stream.of(
                            task.getNameExpression(),
                            task.getDescriptionExpression(),
                            task.getAssigneeExpression(),
                            task.getDueDateExpression(),
                            task.getFollowUpDateExpression(),
                            task.getPriorityExpression(),
                            task.getCandidateUserIdExpressions(),
                            task.getCandidateGroupIdExpressions())
                    .filter(Objects::nonNull)
                    .map(Object.class::cast)
                    .toList();
        }
    }

    /** Whether the answer is one of the task's form; an input of the same name keeps it to the task. */
    boolean isAnsweredBy(ActivityImpl element) {
        return element.getActivityBehavior() instanceof UserTaskActivityBehavior
                && (FlowWaits.sets(element, name) || readsByForm(element));
    }

    private boolean mentions(Object part) {
        if (part instanceof Expression expression) {
            return words.matcher(expression.getExpressionText()).find();
        }
        if (part instanceof CallableElementParameter passed) {
            return passed.isAllVariables() || mentionsSource(passed);
        }
        return part instanceof ConditionalEventDefinition condition
                && (condition.getVariableName() == null
                        || condition.getVariableName().equals(name));
    }

    /** A variable that is passed on by its name is no expression. */
    private boolean mentionsSource(CallableElementParameter passed) {
        Object source = passed.getSourceValueProvider().isDynamic()
                ? null
                : passed.getSourceValueProvider().getValue(null);
        return Objects.equals(source, name);
    }

    private boolean readsByForm(ActivityImpl element) {
        if (!(element.getActivityBehavior() instanceof UserTaskActivityBehavior task) || hasInput(element)) {
            return false;
        }
        FormDefinition form = task.getTaskDefinition().getFormDefinition();
        if (form == null || form.getCamundaFormDefinitionKey() == null) {
            return false;
        }
        return isRead(texts.form(form.getCamundaFormDefinitionKey().getExpressionText()));
    }

    /** A file that was not deployed with the process may read anything. */
    private boolean isRead(Optional<String> text) {
        return text.isEmpty() || words.matcher(text.get()).find();
    }

    private boolean hasInput(ActivityImpl element) {
        return element.getIoMapping() != null
                && element.getIoMapping().getInputParameters().stream()
                        .anyMatch(input -> input instanceof TaskInput ours
                                ? ours.names().contains(name)
                                : input.getName().equals(name));
    }

    private boolean decides(ActivityImpl element) {
        if (!(element.getActivityBehavior() instanceof DmnBusinessRuleTaskActivityBehavior)) {
            return false;
        }
        boolean[] found = {true};
        new ParsedParts(element).forEach(part -> {
            if (part instanceof BaseCallableElement decision
                    && decision.isDeploymentBinding()
                    && !decision.getDefinitionKeyValueProvider().isDynamic()) {
                found[0] = isRead(texts.decision(
                        (String) decision.getDefinitionKeyValueProvider().getValue(null)));
            }
            return AllowedParts.holdsMore(part);
        });
        return found[0];
    }
}
