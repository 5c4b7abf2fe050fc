package io.rotadesk.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.mapping.OutputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Answers of forms that only steps of the same transaction read: the gateway behind the task, a decision, a delegate.
 * They live as long as the command, and are no rows. A variable must be declared for it, since nobody else knows which
 * beans read it. Whether it is possible is decided for each version of each process by its model: as soon as one reads
 * an answer after a wait, the answer is stored as ever (decision 0049).
 */
@Component
class TransientAnswers extends AbstractBpmnParseListener {

    private final ObjectProvider<ProcessVariables> declared;
    /** The names that need not be stored, by definition. */
    private final Map<String, Set<String>> byDefinition = new ConcurrentHashMap<>();

    TransientAnswers(ObjectProvider<ProcessVariables> declared) {
        this.declared = declared;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        Set<String> names = declaredFor(process).map(ProcessVariable::name).collect(Collectors.toSet());
        if (!names.isEmpty()) {
            outputs(process, names);
        }
    }

    private void outputs(ScopeImpl scope, Set<String> names) {
        for (ActivityImpl activity : AnswerFlow.elements(scope)) {
            IoMapping mapping = activity.getIoMapping();
            if (mapping != null && activity.getActivityBehavior() instanceof UserTaskActivityBehavior) {
                mapping.getOutputParameters()
                        .replaceAll(output -> names.contains(output.getName())
                                ? new Answer(output.getName(), output.getValueProvider())
                                : output);
            }
        }
    }

    /** @param submitted the values that a form gives the process; those that need not be stored are marked in it */
    void mark(TaskEntity task, Map<String, Object> submitted) {
        if (task.getProcessDefinitionId() == null || task.getDelegationState() == DelegationState.PENDING) {
            return; // The person who delegated it looks at the answers first.
        }
        for (String name : of(task.getProcessDefinition())) {
            if (submitted.containsKey(name)) {
                submitted.put(name, marked(task, name, submitted.get(name)));
            }
        }
    }

    /** A variable that is stored already, by an earlier version of the application or by a step, stays stored. */
    private static Object marked(VariableScope scope, String name, Object value) {
        return isPlain(value) && !scope.hasVariable(name) ? Variables.untypedValue(value, true) : value;
    }

    private static boolean isPlain(Object value) {
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** @return the variables whose answers this version of the process need not store */
    Set<String> of(ProcessDefinitionEntity process) {
        Set<String> known = byDefinition.get(process.getId());
        if (known == null) {
            DeployedTexts texts = new DeployedTexts(process, Context.getCommandContext());
            known = declaredFor(process)
                    .filter(variable -> isReadAtOnce(process, new AnswerReaders(variable, texts), variable.name()))
                    .map(ProcessVariable::name)
                    .collect(Collectors.toUnmodifiableSet());
            byDefinition.put(process.getId(), known);
        }
        return known;
    }

    static boolean isReadAtOnce(ProcessDefinitionEntity process, AnswerReaders readers, String answer) {
        List<ActivityImpl> elements = AnswerFlow.elements(process);
        List<ActivityImpl> tasks =
                elements.stream().filter(readers::isAnsweredBy).toList();
        Set<CoreModelElement> atOnce = new HashSet<>();
        Set<CoreModelElement> later = new HashSet<>();
        for (ActivityImpl task : tasks) {
            AnswerFlow flow = new AnswerFlow(process, task, answer);
            atOnce.addAll(flow.atOnce());
            later.addAll(flow.later());
        }
        return !readers.reads(process)
                && later.stream().noneMatch(readers::reads)
                && readersOf(elements, readers).allMatch(reader -> atOnce.contains(reader) || tasks.contains(reader));
    }

    private static Stream<CoreModelElement> readersOf(List<ActivityImpl> elements, AnswerReaders readers) {
        return elements.stream()
                .flatMap(element -> Stream.concat(
                        Stream.of(element),
                        element.getOutgoingTransitions().stream().map(CoreModelElement.class::cast)))
                .filter(readers::reads);
    }

    private Stream<ProcessVariable<?>> declaredFor(ProcessDefinitionEntity process) {
        return declared.stream()
                .filter(one -> one.processDefinitionKey().equals(process.getKey()))
                .flatMap(one -> one.variables().stream())
                .filter(ProcessVariable::isTransientAnswer);
    }

    /** An output of a user task that need not be stored. */
    private class Answer extends OutputParameter {

        Answer(String name, ParameterValueProvider value) {
            super(name, value);
        }

        @Override
        protected void execute(AbstractVariableScope task, AbstractVariableScope process) {
            if (process instanceof ExecutionEntity execution
                    && of(execution.getProcessDefinition()).contains(getName())) {
                process.setVariable(
                        getName(), marked(process, getName(), getValueProvider().getValue(task)));
            } else {
                super.execute(task, process);
            }
        }
    }
}
