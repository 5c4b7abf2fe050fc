package io.rotadesk.petition.matter.process;

import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterTasks;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Looks a matter's open tasks up in the engine. */
@Component
class RuntimeMatterTasks implements MatterTasks {

    private final OpenMatterTasks open;
    private final TaskService tasks;

    RuntimeMatterTasks(OpenMatterTasks open, TaskService tasks) {
        this.open = open;
        this.tasks = tasks;
    }

    @Override
    public List<MatterTask> openOf(MatterId matterId) {
        return open.of(matterId).stream()
                .map(task -> new MatterTask(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        task.getAssignee(),
                        task.getAssignee() == null ? candidates(task) : List.of(),
                        task.getTenantId(),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant()))
                .toList();
    }

    private List<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .toList();
    }
}
