package io.rotadesk.petition.matter.process;

import io.rotadesk.petition.matter.Coordination;
import io.rotadesk.petition.matter.Instructions;
import io.rotadesk.petition.matter.LargeScaleEvents;
import io.rotadesk.petition.matter.LargeScaleEvents.Scene;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.SceneLeaders;
import io.rotadesk.petition.matter.TransferDecisions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the other units of a matter, and the leader who goes to the scene. */
@Component
class MatterUnits {

    private final Instructions instructions;
    private final TransferDecisions decisions;
    private final Coordination coordination;
    private final LargeScaleEvents events;
    private final SceneLeaders sceneLeaders;

    MatterUnits(
            Instructions instructions,
            TransferDecisions decisions,
            Coordination coordination,
            LargeScaleEvents events,
            SceneLeaders sceneLeaders) {
        this.instructions = instructions;
        this.decisions = decisions;
        this.coordination = coordination;
        this.events = events;
        this.sceneLeaders = sceneLeaders;
    }

    String above(MatterId matterId) {
        return instructions.superior(matterId).id();
    }

    String aboveBoth(MatterId matterId) {
        return decisions.decider(matterId).id();
    }

    List<String> asked(MatterId matterId) {
        return coordination.unitsAsked(matterId);
    }

    /** The leader who was there, else the one who acknowledged the alert. */
    String sceneLeader(MatterId matterId) {
        return events.scene(matterId).map(Scene::leader).orElseGet(() -> sceneLeaders.leader(matterId));
    }

    String ofScene(MatterId matterId) {
        return sceneLeaders.unit(matterId);
    }
}
