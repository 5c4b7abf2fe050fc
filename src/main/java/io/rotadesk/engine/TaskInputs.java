package io.rotadesk.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The inputs of a user task: the values that its form shows, and the fields whose values stay with the task and are
 * deleted with it. An input that only the form reads is looked up when the form is opened ({@link ShownValues}), so it is
 * no row and shows the state of now. A field that is filled in and read at completion never becomes a row either.
 */
class TaskInputs extends AbstractBpmnParseListener {

    /** The variable that says which unit a task belongs to: the engine reads it as the task's tenant. */
    static final String UNIT = "unitId";

    private final DeployedForms forms;
    private final ShownVariables declared;
    private final ModelBeans beans;

    TaskInputs(DeployedForms forms, ShownVariables declared, ModelBeans beans) {
        this.beans = beans;
        this.forms = forms;
        this.declared = declared;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        visit(process);
    }

    private void visit(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            IoMapping mapping = activity.getIoMapping();
            if (mapping != null && activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
                TaskDefinition task = behavior.getTaskDefinition();
                boolean oneOfSeveral = activity.getProperty(BpmnParse.PROPERTYNAME_IS_MULTI_INSTANCE) != null;
                Set<String> besideForm = ReadBesideForm.names(activity);
                mapping.setInputParameters(mapping.getInputParameters().stream()
                        .<InputParameter>map(input -> new TaskInput(
                                input,
                                task,
                                oneOfSeveral,
                                view(input),
                                process -> besideForm.contains(input.getName())
                                        || isReadByUs(input.getName(), task, process),
                                forms))
                        .collect(Collectors.toList()));
            }
            visit(activity);
        }
    }

    /** @return null if the input gives one value */
    private ViewParts view(InputParameter input) {
        return input.getValueProvider() instanceof ElValueProvider value
                ? new ModelExpression(value.getExpression().getExpressionText())
                        .view(beans)
                        .orElse(null)
                : null;
    }

    /**
     * Our listeners, and the engine's tenants, read declared variables while the task is open. A field of the form is
     * read when the form is sent, and is in the task's scope by then. A personal value is for the form alone.
     */
    private boolean isReadByUs(String name, TaskDefinition task, ProcessDefinitionEntity process) {
        return name.equals(UNIT)
                || declared.isShown(process.getKey(), name)
                        && forms.find(task.getFormDefinition(), process, Context.getCommandContext())
                                .map(form -> !form.fields().containsKey(name))
                                .orElse(true);
    }

    /** @return the names of the task's inputs, and of the parts of its views; empty if the model gives it none */
    static List<String> of(TaskEntity task) {
        return inputs(task).stream()
                .flatMap(input -> input instanceof TaskInput ours ? ours.names().stream() : Stream.of(input.getName()))
                .toList();
    }

    /** @return the inputs whose values only the form reads; views come first, since other inputs win over them */
    static List<TaskInput> onlyShown(TaskEntity task) {
        return inputs(task).stream()
                .filter(TaskInput.class::isInstance)
                .map(TaskInput.class::cast)
                .filter(input -> input.isOnlyShown(task.getProcessDefinition()))
                .sorted(Comparator.comparing(TaskInput::isView).reversed())
                .toList();
    }

    /** Whether the task's execution is its own, and not that of the process or subprocess around it. */
    static boolean hasOwnScope(TaskEntity task) {
        ExecutionEntity execution = task.getExecution();
        return execution != null
                && execution.getActivity() != null
                && execution.getActivity().isScope();
    }

    private static List<InputParameter> inputs(TaskEntity task) {
        ExecutionEntity execution = task.getExecution();
        if (execution == null || execution.getActivity() == null) {
            return List.of();
        }
        IoMapping mapping = execution.getActivity().getIoMapping();
        return mapping == null ? List.of() : mapping.getInputParameters();
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
}
