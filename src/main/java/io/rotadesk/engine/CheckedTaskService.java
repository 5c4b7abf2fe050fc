package io.rotadesk.engine;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Completes and resolves tasks only with values that their form allows; a late submission gets a clear error. */
class CheckedTaskService extends TaskServiceImpl {

    private final SubmissionCheck submissions;
    private final LateArrivals lateArrivals;
    private final EngineWording messages;
    private final DeployedForms forms;
    private final LookUp lookUp;

    CheckedTaskService(
            SubmissionCheck submissions,
            LateArrivals lateArrivals,
            EngineWording messages,
            DeployedForms forms,
            LookUp lookUp) {
        this.submissions = submissions;
        this.lateArrivals = lateArrivals;
        this.messages = messages;
        this.forms = forms;
        this.lookUp = lookUp;
    }

    /** Also what the task's form shows and no table holds. */
    @Override
    public Object getVariable(String taskId, String name) {
        return lookUp.in(way -> commandExecutor.execute(new TaskVariable.Plain(taskId, name, forms, way)));
    }

    /** Also what the task's form shows and no table holds. */
    @Override
    public VariableMap getVariablesTyped(String taskId, boolean deserializeValues) {
        return getVariablesTyped(taskId, null, deserializeValues);
    }

    /** Also what the task's form shows and no table holds. */
    @Override
    public VariableMap getVariablesTyped(String taskId, Collection<String> names, boolean deserializeValues) {
        return lookUp.in(
                way -> commandExecutor.execute(new TaskVariable.All(taskId, names, deserializeValues, forms, way)));
    }

    @Override
    @SuppressWarnings("unchecked")
    protected <T extends TypedValue> T getVariableTyped(
            String taskId, String name, boolean isLocal, boolean deserializeValue) {
        return isLocal
                ? super.getVariableTyped(taskId, name, true, deserializeValue)
                : (T) lookUp.in(way ->
                        commandExecutor.execute(new TaskVariable.Typed(taskId, name, deserializeValue, forms, way)));
    }

    @Override
    public void claim(String taskId, String userId) {
        lateArrivals.workOn(taskId, commandExecutor, () -> commandExecutor.execute(new Claim(taskId, userId)));
    }

    /**
     * Gives the task to somebody, or back to those who may take it. A person gives back what they hold as they have taken it, with
     * the right to work on it.
     */
    @Override
    public void setAssignee(String taskId, String userId) {
        if (userId == null && commandExecutor.execute(context -> isHeldByCaller(taskId, context))) {
            claim(taskId, null);
        } else {
            lateArrivals.workOn(taskId, commandExecutor, () -> {
                super.setAssignee(taskId, userId);
                return null;
            });
        }
    }

    private static boolean isHeldByCaller(String taskId, CommandContext context) {
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        String person = context.getAuthenticatedUserId();
        return task != null && person != null && person.equals(task.getAssignee());
    }

    /** @throws RefusedException if the task is put below another: ours have none, and none is looked for */
    @Override
    public void saveTask(Task task) {
        if (task != null && task.getParentTaskId() != null) {
            throw new RefusedException(messages.toReader("engine.task.below"));
        }
        super.saveTask(task);
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        execute(taskId, way -> new Complete(taskId, variables, false, false, way));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return execute(taskId, way -> new Complete(taskId, variables, true, deserializeValues, way));
    }

    @Override
    public void resolveTask(String taskId) {
        resolveTask(taskId, null);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        execute(taskId, way -> new Resolve(taskId, variables, way));
    }

    /**
     * @param command creates a new command for each attempt, since a command removes the values that it has set from
     *     its map
     */
    private VariableMap execute(String taskId, Function<LookUp.Way, CompleteTaskCmd> command) {
        return lateArrivals.workOn(
                taskId, commandExecutor, () -> lookUp.in(way -> commandExecutor.execute(command.apply(way))));
    }

    private ShownValues shown(TaskEntity task, LookUp.Way way) {
        return ShownValues.of(task, forms, way);
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
                throw new RefusedException(messages.toReader("engine.claim.others"));
            }
        }
    }

    private class Complete extends CompleteTaskCmd {

        private final transient LookUp.Way way;

        Complete(
                String taskId,
                Map<String, Object> variables,
                boolean returnVariables,
                boolean deserialize,
                LookUp.Way way) {
            super(taskId, ownMap(variables), returnVariables, deserialize);
            this.way = way;
        }

        @Override
        protected void checkCompleteTask(TaskEntity task, CommandContext commandContext) {
            super.checkCompleteTask(task, commandContext);
            ShownValues shown = shown(task, way);
            submissions.task(task, variables, shown, commandContext);
            shown.keep(variables.keySet());
            TaskInputs.keep(task, variables);
        }
    }

    private class Resolve extends ResolveTaskCmd {

        private final transient LookUp.Way way;

        Resolve(String taskId, Map<String, Object> variables, LookUp.Way way) {
            super(taskId, ownMap(variables));
            this.way = way;
        }

        @Override
        protected void checkCompleteTask(TaskEntity task, CommandContext commandContext) {
            super.checkCompleteTask(task, commandContext);
            submissions.task(task, variables, shown(task, way), commandContext);
            TaskInputs.keep(task, variables);
        }
    }
}
