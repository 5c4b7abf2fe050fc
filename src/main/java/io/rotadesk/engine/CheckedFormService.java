package io.rotadesk.engine;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.impl.VariableMapImpl;

/**
 * Opens task forms with what they show now, and submits them only with values that the form allows; a late submission gets
 * a clear error. Start forms are checked by a listener of the process. Only values that cannot become a variable are refused here.
 */
class CheckedFormService extends FormServiceImpl {

    private final SubmissionCheck submissions;
    private final LateArrivals lateArrivals;
    private final DeployedForms forms;
    private final LookUp lookUp;

    CheckedFormService(SubmissionCheck submissions, LateArrivals lateArrivals, DeployedForms forms, LookUp lookUp) {
        this.submissions = submissions;
        this.lateArrivals = lateArrivals;
        this.forms = forms;
        this.lookUp = lookUp;
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return getTaskFormVariables(taskId, null, true);
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        return lookUp.in(way -> commandExecutor.execute(new FormVariables(taskId, names, deserialize, way)));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, String businessKey, Map<String, Object> properties) {
        submissions.beforeStart(properties);
        return super.submitStartForm(processDefinitionId, businessKey, properties);
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        execute(taskId, way -> new Submit(taskId, properties, false, false, way));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return execute(taskId, way -> new Submit(taskId, properties, true, deserializeValues, way));
    }

    /**
     * @param command creates a new command for each attempt, since a command removes the values that it has set from
     *     its map
     */
    private VariableMap execute(String taskId, Function<LookUp.Way, Submit> command) {
        return lateArrivals.workOn(
                taskId, commandExecutor, () -> lookUp.in(way -> commandExecutor.execute(command.apply(way))));
    }

    /** The variables of the task, and what its form shows besides. */
    private class FormVariables extends GetTaskFormVariablesCmd {

        private static final long serialVersionUID = 1L;

        private final transient LookUp.Way way;

        FormVariables(String taskId, Collection<String> names, boolean deserialize, LookUp.Way way) {
            super(taskId, names, deserialize);
            this.way = way;
        }

        @Override
        public VariableMap execute(CommandContext commandContext) {
            var variables = (VariableMapImpl) super.execute(commandContext);
            TaskEntity task = commandContext.getTaskManager().findTaskById(resourceId);
            ShownValues.of(task, forms, way).addTo(variables, formVariableNames, deserializeObjectValues);
            return variables;
        }
    }

    private class Submit extends SubmitTaskFormCmd {

        private final transient LookUp.Way way;

        Submit(
                String taskId,
                Map<String, Object> properties,
                boolean returnVariables,
                boolean deserializeValues,
                LookUp.Way way) {
            super(taskId, properties, returnVariables, deserializeValues);
            this.way = way;
        }

        @Override
        public VariableMap execute(CommandContext commandContext) {
            TaskEntity task =
                    taskId == null ? null : commandContext.getTaskManager().findTaskById(taskId);
            if (task != null) {
                // First the person's permission is checked, then the submitted values.
                for (CommandChecker checker :
                        commandContext.getProcessEngineConfiguration().getCommandCheckers()) {
                    checker.checkTaskWork(task);
                }
                ShownValues shown = ShownValues.of(task, forms, way);
                submissions.task(task, properties, shown, commandContext);
                if (task.getDelegationState() != DelegationState.PENDING) {
                    shown.keep(properties.keySet());
                }
                TaskInputs.keep(task, properties);
            }
            return super.execute(commandContext);
        }
    }
}
