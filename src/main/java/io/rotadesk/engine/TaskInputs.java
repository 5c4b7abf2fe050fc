package io.rotadesk.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The inputs of a user task: the values that its form shows, and the fields whose values stay with the task and are
 * deleted with it. An empty input, or one with the value of the same variable of the process, writes no row, and a field that is filled in and read at completion never becomes
 * one. This saves half of the forty rows that a call's forms would write and delete. Texts in the form's Markdown are
 * shown as written, see {@link ShownInText}.
 */
class TaskInputs extends AbstractBpmnParseListener {

    private static final ShownInText NOTHING_SHOWN = new ShownInText(Set.of(), Set.of());

    private final DeployedForms forms;

    TaskInputs(DeployedForms forms) {
        this.forms = forms;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        visit(process);
    }

    private void visit(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
                TaskDefinition task = behavior.getTaskDefinition();
                IoMapping mapping = activity.getIoMapping();
                if (mapping != null) {
                    boolean oneOfSeveral = activity.getProperty(BpmnParse.PROPERTYNAME_IS_MULTI_INSTANCE) != null;
                    mapping.setInputParameters(mapping.getInputParameters().stream()
                            .<InputParameter>map(
                                    input -> new Input(input.getName(), input.getValueProvider(), oneOfSeveral, task))
                            .collect(Collectors.toList()));
                }
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::showAsWritten);
            }
            visit(activity);
        }
    }

    /**
     * Handles variables of the process that no input passes on: the task gets its own copy of those that its form shows
     * in texts.
     */
    private void showAsWritten(DelegateTask delegateTask) {
        var task = (TaskEntity) delegateTask;
        ShownInText shown = shown(task.getTaskDefinition(), task.getProcessDefinition());
        Set<String> names = new HashSet<>(shown.texts());
        names.addAll(shown.lists());
        of(task).forEach(names::remove);
        for (String name : names) {
            Object value = task.hasVariable(name) ? task.getVariable(name) : null;
            Object asWritten = shown.value(name, value);
            if (!Objects.equals(asWritten, value)) {
                task.setVariableLocal(name, asWritten);
            }
        }
    }

    private ShownInText shown(TaskDefinition task, ProcessDefinitionEntity process) {
        return forms.find(task.getFormDefinition(), process, Context.getCommandContext())
                .map(FormSchema::shown)
                .orElse(NOTHING_SHOWN);
    }

    /** @return the names of the task's inputs; empty if the model gives it none */
    static List<String> of(TaskEntity task) {
        ExecutionEntity execution = task.getExecution();
        if (execution == null || execution.getActivity() == null) {
            return List.of();
        }
        IoMapping mapping = execution.getActivity().getIoMapping();
        return mapping == null
                ? List.of()
                : mapping.getInputParameters().stream()
                        .map(InputParameter::getName)
                        .toList();
    }

    /**
     * Sets the submitted values of inputs in the task's own scope, even if an empty input left no variable there.
     *
     * @param submitted values by name; those set here are removed, the others belong to the process
     */
    static void keep(TaskEntity task, Map<String, Object> submitted) {
        Map<String, Object> own = new HashMap<>();
        for (String name : of(task)) {
            if (submitted.containsKey(name)) {
                own.put(name, submitted.remove(name));
            }
        }
        if (!own.isEmpty()) {
            task.getExecution().setVariablesLocal(own);
        }
    }

    private class Input extends InputParameter {

        private final boolean oneOfSeveral;
        private final TaskDefinition definition;

        /** @param oneOfSeveral whether the task is multi-instance; only its own scope then knows the assignee */
        Input(String name, ParameterValueProvider value, boolean oneOfSeveral, TaskDefinition definition) {
            super(name, value);
            this.oneOfSeveral = oneOfSeveral;
            this.definition = definition;
        }

        @Override
        protected void execute(AbstractVariableScope task, AbstractVariableScope process) {
            ShownInText shown = shown(definition, ((ExecutionEntity) task).getProcessDefinition());
            Object value = shown.value(getName(), getValueProvider().getValue(oneOfSeveral ? task : process));
            // What the process says too is seen from the task; what it says otherwise is hidden, also by an empty
            // input.
            boolean isSeen = process.hasVariable(getName())
                    ? Objects.equals(value, process.getVariable(getName()))
                    : value == null;
            if (!isSeen) {
                task.setVariableLocal(getName(), value);
            }
        }
    }
}
