package io.rotadesk.access;

import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Lets only its assignee and its candidates see a task and work on it. The engine grants them that by itself; this
 * class also revokes it from people who lost the task to somebody else or are no longer candidates.
 */
class OwnTasksOnly extends DefaultAuthorizationProvider {

    /** States in which the engine is about to remove all of the task's authorizations anyway. */
    private static final Set<String> GOING = Set.of("Completed", "Deleted");

    private final TaskHolders holders;

    OwnTasksOnly(TaskHolders holders) {
        this.holders = holders;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        if (isOpen(task)) {
            holders.assigned((TaskEntity) task, oldAssignee, newAssignee);
        }
        if (oldAssignee != null && !oldAssignee.equals(newAssignee) && !isCandidate(task, oldAssignee)) {
            AuthorizationEntity lost = getGrantAuthorizationByUserId(oldAssignee, Resources.TASK, task.getId());
            if (lost != null) {
                database().delete(lost);
            }
        }
        return super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        if (isOpen(task) && newOwner != null && !newOwner.equals(oldOwner)) {
            holders.offered((TaskEntity) task, newOwner);
        }
        return super.newTaskOwner(task, oldOwner, newOwner);
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
        if (isOpen(task)) {
            holders.offered((TaskEntity) task, userId);
        }
        return super.newTaskUserIdentityLink(task, userId, type);
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        if (isOpen(task)) {
            holders.offeredToGroup((TaskEntity) task, groupId);
        }
        return super.newTaskGroupIdentityLink(task, groupId, type);
    }

    @Override
    public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String userId, String type) {
        if (isOpen(task)) {
            holders.withdrawn((TaskEntity) task, userId, null, type);
        }
        boolean stays = GOING.contains(task.getTaskState()) || userId.equals(task.getAssignee());
        return stays ? null : found(getGrantAuthorizationByUserId(userId, Resources.TASK, task.getId()));
    }

    @Override
    public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
        if (isOpen(task)) {
            holders.withdrawn((TaskEntity) task, null, groupId, type);
        }
        return GOING.contains(task.getTaskState())
                ? null
                : found(getGrantAuthorizationByGroupId(groupId, Resources.TASK, task.getId()));
    }

    /**
     * A task that is being created has no authorizations in the database yet; looking for them would cost a query for
     * each task.
     */
    @Override
    protected AuthorizationEntity createOrUpdateAuthorization(
            Task task,
            String userId,
            String groupId,
            Resource resource,
            boolean isHistoric,
            Permission... permissions) {
        if (!isHistoric && database().getDbEntityCache().isTransient((TaskEntity) task)) {
            return createAuthorization(userId, groupId, resource, task.getId(), permissions);
        }
        return super.createOrUpdateAuthorization(task, userId, groupId, resource, isHistoric, permissions);
    }

    /** Whether people can change the task: not while a model creates it, and not while it ends. */
    private static boolean isOpen(Task task) {
        boolean made = task.getProcessDefinitionId() != null
                && database().getDbEntityCache().isTransient((TaskEntity) task);
        return !made && !GOING.contains(task.getTaskState());
    }

    private static AuthorizationEntity[] found(AuthorizationEntity authorization) {
        return authorization == null ? null : new AuthorizationEntity[] {authorization};
    }

    private static boolean isCandidate(Task task, String user) {
        return ((TaskEntity) task).getCandidates().stream().anyMatch(link -> Objects.equals(link.getUserId(), user));
    }

    private static DbEntityManager database() {
        return Context.getCommandContext().getDbEntityManager();
    }
}
