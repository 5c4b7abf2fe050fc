package io.rotadesk.access;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetExecutionVariableTypedCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmdTyped;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.util.ReflectionUtils;

/**
 * Guards every command that a process owner or an administrator gives the engine, whatever interface they use. For a
 * task that is theirs to do they get the values of its form; everything else goes through {@link HiddenValues}.
 */
class HiddenValuesGuard extends CommandInterceptor {

    /** Commands that ask for one value by its name. */
    private static final List<Class<?>> OF_ONE = List.of(
            GetTaskVariableCmd.class,
            GetTaskVariableCmdTyped.class,
            GetExecutionVariableCmd.class,
            GetExecutionVariableTypedCmd.class);

    private final HiddenValues values;
    private final LedUnits leaders;

    HiddenValuesGuard(HiddenValues values, LedUnits leaders) {
        this.values = values;
        this.leaders = leaders;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T execute(Command<T> command) {
        CommandContext context = Context.getCommandContext();
        Authentication person = context == null ? null : context.getAuthentication();
        if (context == null || !HiddenValues.areHiddenFrom(person, context)) {
            return next.execute(command);
        }
        TaskEntity task = task(command, context);
        if (task != null && isTheirs(task, person)) {
            return next.execute(command);
        }
        if (command instanceof GetRenderedTaskFormCmd) {
            throw values.refused();
        }
        String process = process(command, task, context);
        String variable = OF_ONE.stream().anyMatch(type -> type.isInstance(command))
                ? named(command, "variableName", String.class).findFirst().orElse(null)
                : null;
        return (T) values.hide(next.execute(command), process, variable);
    }

    private boolean isTheirs(TaskEntity task, Authentication person) {
        String login = person.getUserId();
        return login.equals(task.getAssignee())
                || login.equals(task.getOwner())
                || task.getIdentityLinks().stream().anyMatch(link -> login.equals(link.getUserId()))
                || leaders.isLeaderOf(person, task.getTenantId());
    }

    private static TaskEntity task(Command<?> command, CommandContext context) {
        return Stream.concat(named(command, "taskId", String.class), named(command, "resourceId", String.class))
                .map(context.getTaskManager()::findTaskById)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String process(Command<?> command, TaskEntity task, CommandContext context) {
        if (task != null) {
            return HiddenValues.keyOf(task.getProcessDefinitionId());
        }
        return named(command, "executionId", String.class)
                .map(context.getExecutionManager()::findExecutionById)
                .filter(Objects::nonNull)
                .map(ExecutionEntity::getProcessDefinitionId)
                .map(HiddenValues::keyOf)
                .findFirst()
                .orElse(null);
    }

    /** Reads a private field of a command: the engine's commands do not tell what they refer to. */
    private static <V> Stream<V> named(Command<?> command, String field, Class<V> type) {
        // A query's fields are its conditions; its answers are checked one by one.
        Field found =
                command instanceof AbstractQuery<?, ?> ? null : ReflectionUtils.findField(command.getClass(), field);
        if (found == null) {
            return Stream.empty();
        }
        ReflectionUtils.makeAccessible(found);
        return Stream.ofNullable(ReflectionUtils.getField(found, command))
                .filter(type::isInstance)
                .map(type::cast);
    }
}
