package io.rotadesk.access;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Extends the engine's check of units. In a unit where a person works without leading it, they can only use their own
 * tasks, whatever their role lets them do where they lead. Its other tasks count as another unit's.
 */
class LedUnitsChecker extends TenantCommandChecker {

    private final LedUnits leaders;

    LedUnitsChecker(LedUnits leaders) {
        this.leaders = leaders;
    }

    @Override
    public void checkReadTask(TaskEntity task) {
        super.checkReadTask(task);
        requireToRead(task, "read the task '");
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        super.checkReadTaskVariable(task);
        requireToRead(task, "read the task '");
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        super.checkUpdateTaskVariable(task);
        require(task, "update the task '");
    }

    @Override
    public void checkDeleteTask(TaskEntity task) {
        super.checkDeleteTask(task);
        require(task, "delete the task '");
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        super.checkTaskAssign(task);
        require(task, "assign the task '");
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        require(task, "work on task '");
    }

    private void requireToRead(TaskEntity task, String what) {
        Authentication person = person();
        // Process owners read the tasks of all their units.
        if (person == null || !LedUnits.is(person, Role.PROCESS_OWNER)) {
            require(task, what);
        }
    }

    private void require(TaskEntity task, String what) {
        Authentication person = person();
        if (task == null || person == null) {
            return;
        }
        Optional<Set<String>> led = leaders.narrowed(person);
        if (led.isPresent()
                && task.getTenantId() != null
                && !led.get().contains(task.getTenantId())
                && !isTheirs(task, person)) {
            throw LOG.exceptionCommandWithUnauthorizedTenant(what + task.getId() + "'");
        }
    }

    private static boolean isTheirs(TaskEntity task, Authentication person) {
        String login = person.getUserId();
        return login.equals(task.getAssignee())
                || login.equals(task.getOwner())
                || task.getIdentityLinks().stream()
                        .anyMatch(link -> login.equals(link.getUserId())
                                || link.getGroupId() != null
                                        && LedUnits.workersGroups(person).contains(link.getGroupId()));
    }

    /** Null where no rights are checked: for the application itself, and for models, which act in its name. */
    private static Authentication person() {
        CommandContext command = Context.getCommandContext();
        return command.isAuthorizationCheckEnabled() && command.isTenantCheckEnabled()
                ? command.getAuthentication()
                : null;
    }
}
