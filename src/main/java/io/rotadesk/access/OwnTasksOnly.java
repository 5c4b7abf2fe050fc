package io.rotadesk.access;

import java.util.Objects;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * A task may be seen and worked on by its assignee and its candidates. The engine gives them that by itself; here it is
 * also taken back from who has lost the task to somebody else.
 */
class OwnTasksOnly extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        if (oldAssignee != null && !oldAssignee.equals(newAssignee) && !isCandidate(task, oldAssignee)) {
            AuthorizationEntity lost = getGrantAuthorizationByUserId(oldAssignee, Resources.TASK, task.getId());
            if (lost != null) {
                Context.getCommandContext().getDbEntityManager().delete(lost);
            }
        }
        return super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    private static boolean isCandidate(Task task, String user) {
        return ((TaskEntity) task).getCandidates().stream().anyMatch(link -> Objects.equals(link.getUserId(), user));
    }
}
