package io.rotadesk.petition.matter.process;

import io.rotadesk.engine.ProcessContract;
import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.models.MatterHandling;
import io.rotadesk.engine.models.MatterTransfer;
import io.rotadesk.engine.models.PetitionReception;
import io.rotadesk.engine.models.SceneResponse;
import io.rotadesk.petition.matter.MatterId;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * The variables of {@code matter-handling.bpmn} and of what it calls, {@code matter-transfer.bpmn} and {@code
 * scene-response.bpmn}: ids and decisions, never a petitioner's name, number or words.
 */
public final class MatterVariables {

    public static final ProcessVariable<String> MATTER_ID = ProcessVariable.text("matterId");
    /** Where the petitioner came to; in the scope of a task the unit whose people do it. */
    public static final ProcessVariable<String> UNIT_ID = ProcessVariable.text("unitId");

    public static final ProcessVariable<String> ROUTE = ProcessVariable.text("route");
    public static final ProcessVariable<String> PROGRESS = ProcessVariable.text("progress");
    /** ISO instant at which the deadline passes; setting it restarts the watch. */
    public static final ProcessVariable<String> DUE_AT = ProcessVariable.text("dueAt");

    public static final ProcessVariable<String> TARGET_UNIT = ProcessVariable.text("targetUnit");
    public static final ProcessVariable<String> DECISION = ProcessVariable.text("decision");
    public static final ProcessVariable<Long> REFUSALS = ProcessVariable.number("refusals");
    public static final ProcessVariable<String> COORDINATION_UNIT = ProcessVariable.text("coordinationUnit");
    public static final ProcessVariable<String> FOLLOW_UP = ProcessVariable.text("followUp");

    /** The unit that is alerted after those below it did not answer. */
    public static final ProcessVariable<String> ALERT_UNIT = ProcessVariable.text("alertUnit");

    /**
     * The process of the petitioner's reception, which calls {@link #HANDLING}, and whose own tasks are about the matter too.
     * Instances from before matters had a model of their own handle them there.
     */
    static final String RECEPTION = PetitionReception.PROCESS;

    public static final ProcessVariables HANDLING = ProcessVariables.of(
                    MatterHandling.PROCESS,
                    MATTER_ID,
                    UNIT_ID,
                    ROUTE,
                    PROGRESS,
                    DUE_AT,
                    DECISION,
                    COORDINATION_UNIT,
                    FOLLOW_UP)
            .needing(ProcessContract.startedBy()
                    .orByHand()
                    .told(MatterHandling.Message.COORDINATION_ENDED)
                    .withTasks(MatterHandling.Task.COORDINATE));

    public static final ProcessVariables TRANSFER = ProcessVariables.of(
                    MatterTransfer.PROCESS, MATTER_ID, UNIT_ID, TARGET_UNIT, DECISION, REFUSALS)
            .needing(ProcessContract.startedBy().orByHand());

    public static final ProcessVariables SCENE = ProcessVariables.of(
                    SceneResponse.PROCESS, MATTER_ID, UNIT_ID, FOLLOW_UP)
            .needing(ProcessContract.startedBy().orByHand().told(SceneResponse.Message.ALERT_TAKEN_OVER));

    /** The processes that a reception calls for its matter, directly or not. */
    public static final List<String> CALLED = Stream.of(HANDLING, TRANSFER, SCENE)
            .map(ProcessVariables::processDefinitionKey)
            .toList();

    private MatterVariables() {}

    /** The matter of a process, or of one of its tasks. */
    public static MatterId matter(VariableScope scope) {
        return new MatterId(MATTER_ID.get(scope));
    }
}
