package io.rotadesk.engine;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Submits task forms only with values that the form allows; a late submission gets a clear error. Start forms are
 * checked by a listener of the process. Only values that cannot become a variable are refused here.
 */
class CheckedFormService extends FormServiceImpl {

    private final SubmissionCheck submissions;
    private final LateArrivals lateArrivals;

    CheckedFormService(SubmissionCheck submissions, LateArrivals lateArrivals) {
        this.submissions = submissions;
        this.lateArrivals = lateArrivals;
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
        execute(taskId, () -> new Submit(taskId, properties, false, false));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return execute(taskId, () -> new Submit(taskId, properties, true, deserializeValues));
    }

    /**
     * @param command creates a new command for each attempt, since a command removes the values that it has set from
     *     its map
     */
    private VariableMap execute(String taskId, Supplier<Submit> command) {
        return lateArrivals.workOn(taskId, commandExecutor, () -> commandExecutor.execute(command.get()));
    }

    private class Submit extends SubmitTaskFormCmd {

        Submit(String taskId, Map<String, Object> properties, boolean returnVariables, boolean deserializeValues) {
            super(taskId, properties, returnVariables, deserializeValues);
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
                submissions.task(task, properties, commandContext);
                TaskInputs.keep(task, properties);
            }
            return super.execute(commandContext);
        }
    }
}
