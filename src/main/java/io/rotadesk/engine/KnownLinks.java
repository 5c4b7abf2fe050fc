package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;

/**
 * Does not look for candidates of a task that was given to somebody when it was made and has not changed since. When a
 * task is made, only its model gives it candidates, or the application if nobody has it. Adding one later, over REST too,
 * changes the row of the task, and its revision tells.
 */
class KnownLinks extends IdentityLinkManager {

    private static final int UNCHANGED = 1;

    @Override
    public List<IdentityLinkEntity> findIdentityLinksByTaskId(String id) {
        TaskEntity task = getDbEntityManager().getCachedEntity(TaskEntity.class, id);
        return task != null && isAsItWasMade(task) && task.getAssignee() != null && hasNoCandidates(task)
                ? new ArrayList<>()
                : super.findIdentityLinksByTaskId(id);
    }

    /** Somebody who takes the task just now has not changed its row yet. */
    private static boolean isAsItWasMade(TaskEntity task) {
        return task.getRevision() == UNCHANGED && !task.getPropertyChanges().containsKey(TaskEntity.ASSIGNEE);
    }

    private static boolean hasNoCandidates(TaskEntity task) {
        TaskDefinition model = task.getTaskDefinition();
        return model != null
                && model.getCandidateUserIdExpressions().isEmpty()
                && model.getCandidateGroupIdExpressions().isEmpty();
    }
}
