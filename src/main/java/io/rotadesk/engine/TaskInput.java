package io.rotadesk.engine;

import java.util.Objects;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;

/**
 * One input of a user task. If something besides the form reads it, it is stored when the task is created. Else it is
 * looked up whenever the form is opened, checked or sent, and never becomes a row. See {@link ShownValues}.
 */
class TaskInput extends InputParameter {

    private final TaskDefinition task;
    private final boolean oneOfSeveral;
    private final Predicate<ProcessDefinitionEntity> readBesideForm;
    private final DeployedForms forms;

    /**
     * @param oneOfSeveral whether the task is multi-instance; only its own scope then knows the assignee
     * @param readBesideForm whether something besides the form reads the input; asked at run time, when the form is known
     */
    TaskInput(
            InputParameter parsed,
            TaskDefinition task,
            boolean oneOfSeveral,
            Predicate<ProcessDefinitionEntity> readBesideForm,
            DeployedForms forms) {
        super(parsed.getName(), parsed.getValueProvider());
        this.task = task;
        this.oneOfSeveral = oneOfSeveral;
        this.readBesideForm = readBesideForm;
        this.forms = forms;
    }

    /** Whether the form looks the value up. */
    boolean isOnlyShown(ProcessDefinitionEntity process) {
        return !oneOfSeveral && !readBesideForm.test(process);
    }

    /**
     * @param execution of the task
     * @return the present value as the form shows it; null for none
     */
    Object lookedUp(ExecutionEntity execution) {
        return asShown(getValueProvider().getValue(execution.getParentVariableScope()), execution);
    }

    @Override
    protected void execute(AbstractVariableScope ofTask, AbstractVariableScope process) {
        var execution = (ExecutionEntity) ofTask;
        if (isOnlyShown(execution.getProcessDefinition())) {
            return;
        }
        Object value = asShown(getValueProvider().getValue(oneOfSeveral ? ofTask : process), execution);
        // What the process says too is seen from the task; what it says otherwise is hidden, also by an empty input.
        boolean isSeen =
                process.hasVariable(getName()) ? Objects.equals(value, process.getVariable(getName())) : value == null;
        if (!isSeen) {
            ofTask.setVariableLocal(getName(), value);
        }
    }

    private Object asShown(Object value, ExecutionEntity execution) {
        return forms.shownInText(task, execution.getProcessDefinition(), Context.getCommandContext())
                .value(getName(), value);
    }
}
