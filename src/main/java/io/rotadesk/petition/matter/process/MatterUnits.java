package io.rotadesk.petition.matter.process;

import io.rotadesk.engine.models.MatterHandling;
import io.rotadesk.petition.matter.Coordination;
import io.rotadesk.petition.matter.Instructions;
import io.rotadesk.petition.matter.LargeScaleEvents;
import io.rotadesk.petition.matter.LargeScaleEvents.Scene;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.SceneLeaders;
import io.rotadesk.petition.matter.TransferDecisions;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Finds the other units of a matter, and the leader who goes to the scene. */
@Component
class MatterUnits {

    private final Instructions instructions;
    private final TransferDecisions decisions;
    private final Coordination coordination;
    private final LargeScaleEvents events;
    private final SceneLeaders sceneLeaders;
    private final OpenMatterTasks open;

    MatterUnits(
            Instructions instructions,
            TransferDecisions decisions,
            Coordination coordination,
            LargeScaleEvents events,
            SceneLeaders sceneLeaders,
            OpenMatterTasks open) {
        this.instructions = instructions;
        this.decisions = decisions;
        this.coordination = coordination;
        this.events = events;
        this.sceneLeaders = sceneLeaders;
        this.open = open;
    }

    String above(MatterId matterId) {
        return instructions.superior(matterId).id();
    }

    String aboveBoth(MatterId matterId) {
        return decisions.decider(matterId).id();
    }

    /** Those asked earlier have their task already. */
    List<String> asked(MatterId matterId) {
        List<String> answering = open.of(matterId).stream()
                .filter(task -> MatterHandling.Task.COORDINATE.equals(task.getTaskDefinitionKey()))
                .map(Task::getTenantId)
                .toList();
        return coordination.unitsAsked(matterId).stream()
                .filter(unit -> !answering.contains(unit))
                .toList();
    }

    /** The leader who was there, else the one who acknowledged the alert. */
    String sceneLeader(MatterId matterId) {
        return events.scene(matterId).map(Scene::leader).orElseGet(() -> sceneLeaders.leader(matterId));
    }

    String ofScene(MatterId matterId) {
        return sceneLeaders.unit(matterId);
    }
}
