package io.rotadesk.engine;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** Completes and resolves tasks only with values that their form allows; a late submission gets a clear error. */
class CheckedTaskService extends TaskServiceImpl {

    private final SubmissionCheck submissions;
    private final LateArrivals lateArrivals;
    private final EngineWording messages;

    CheckedTaskService(SubmissionCheck submissions, LateArrivals lateArrivals, EngineWording messages) {
        this.submissions = submissions;
        this.lateArrivals = lateArrivals;
        this.messages = messages;
    }

    @Override
    public void claim(String taskId, String userId) {
        lateArrivals.workOn(taskId, commandExecutor, () -> commandExecutor.execute(new Claim(taskId, userId)));
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        execute(taskId, () -> new Complete(taskId, variables, false, false));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return execute(taskId, () -> new Complete(taskId, variables, true, deserializeValues));
    }

    @Override
    public void resolveTask(String taskId) {
        resolveTask(taskId, null);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        execute(taskId, () -> new Resolve(taskId, variables));
    }

    /**
     * @param command creates a new command for each attempt, since a command removes the values that it has set from
     *     its map
     */
    private VariableMap execute(String taskId, Supplier<CompleteTaskCmd> command) {
        return lateArrivals.workOn(taskId, commandExecutor, () -> commandExecutor.execute(command.get()));
    }

    /** A copy with the unchanged values: another kind of map would turn them into objects. */
    private static VariableMap ownMap(Map<String, Object> variables) {
        VariableMap own = Variables.createVariables();
        if (variables != null) {
            own.putAll(variables);
        }
        return own;
    }

    /** People may claim a task for themselves only; assigning it to others needs another permission. */
    private class Claim extends ClaimTaskCmd {

        private static final long serialVersionUID = 1L;

        Claim(String taskId, String userId) {
            super(taskId, userId);
        }

        @Override
        protected void checkClaimTask(TaskEntity task, CommandContext commandContext) {
            super.checkClaimTask(task, commandContext);
            String person = commandContext.getAuthenticatedUserId();
            if (person != null && userId != null && !person.equals(userId)) {
                throw new RefusedException(messages.get("engine.claim.others"));
            }
        }
    }

    private class Complete extends CompleteTaskCmd {

        Complete(String taskId, Map<String, Object> variables, boolean returnVariables, boolean deserialize) {
            super(taskId, ownMap(variables), returnVariables, deserialize);
        }

        @Override
        protected void checkCompleteTask(TaskEntity task, CommandContext commandContext) {
            super.checkCompleteTask(task, commandContext);
            submissions.task(task, variables, commandContext);
            TaskInputs.keep(task, variables);
        }
    }

    private class Resolve extends ResolveTaskCmd {

        Resolve(String taskId, Map<String, Object> variables) {
            super(taskId, ownMap(variables));
        }

        @Override
        protected void checkCompleteTask(TaskEntity task, CommandContext commandContext) {
            super.checkCompleteTask(task, commandContext);
            submissions.task(task, variables, commandContext);
            TaskInputs.keep(task, variables);
        }
    }
}
