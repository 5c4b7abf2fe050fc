package io.rotadesk.engine;

import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;

/**
 * One input of a user task. If something besides the form reads it, it is stored when the task is created. Else it is
 * looked up whenever the form is opened, checked or sent, and never becomes a row. See {@link ShownValues}. An input may give
 * all that the form shows at once, as a {@link FormView}.
 */
class TaskInput extends InputParameter {

    private final TaskDefinition task;
    private final boolean oneOfSeveral;
    private final Predicate<ProcessDefinitionEntity> readBesideForm;
    private final DeployedForms forms;
    /** Null if the input is one value. */
    private final ViewParts view;

    /**
     * @param oneOfSeveral whether the task is multi-instance; only its own scope then knows the assignee
     * @param view the parts of the view that the input gives; null if it gives one value
     * @param readBesideForm whether something besides the form reads the input; asked at run time, when the form is known
     */
    TaskInput(
            InputParameter parsed,
            TaskDefinition task,
            boolean oneOfSeveral,
            ViewParts view,
            Predicate<ProcessDefinitionEntity> readBesideForm,
            DeployedForms forms) {
        super(parsed.getName(), parsed.getValueProvider());
        this.task = task;
        this.oneOfSeveral = oneOfSeveral;
        this.readBesideForm = readBesideForm;
        this.forms = forms;
        this.view = view;
    }

    boolean isView() {
        return view != null;
    }

    /** The names that the form knows: the input's own, or those of the view's parts. */
    Set<String> names() {
        return view == null ? Set.of(getName()) : view.names();
    }

    /** Whether the form looks the value up. */
    boolean isOnlyShown(ProcessDefinitionEntity process) {
        return !oneOfSeveral && (isView() || !readBesideForm.test(process));
    }

    /**
     * @param execution of the task
     * @return the present value, which may be a {@link FormView}; null for none
     */
    Object evaluated(ExecutionEntity execution) {
        return getValueProvider().getValue(oneOfSeveral ? execution : execution.getParentVariableScope());
    }

    /** @return the value under this name as the form shows it; null for none */
    Object part(Object evaluated, String name, ExecutionEntity execution) {
        Object value = evaluated instanceof FormView whole ? ViewParts.value(whole, name) : evaluated;
        return forms.shownInText(task, execution.getProcessDefinition(), Context.getCommandContext())
                .value(name, value);
    }

    @Override
    protected void execute(AbstractVariableScope ofTask, AbstractVariableScope process) {
        var execution = (ExecutionEntity) ofTask;
        if (isOnlyShown(execution.getProcessDefinition())) {
            return;
        }
        Object evaluated = evaluated(execution);
        names().forEach(name -> store(name, part(evaluated, name, execution), ofTask, process));
    }

    private static void store(String name, Object value, AbstractVariableScope ofTask, AbstractVariableScope process) {
        // What the process says too is seen from the task; what it says otherwise is hidden, also by an empty input.
        boolean isSeen = process.hasVariable(name) ? Objects.equals(value, process.getVariable(name)) : value == null;
        if (!isSeen) {
            ofTask.setVariableLocal(name, value);
        }
    }
}
