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
 * Submits task forms only with what they let through; who comes too late is told so. Start forms are checked by a listener
 * of the process, but for what cannot even become a variable.
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

    /** @param command made anew for each attempt: it takes what it has set out of what was sent */
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
                // First may this person work on it at all, then is it right what they sent.
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
