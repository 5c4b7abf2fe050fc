package io.rotadesk.petition.matter.process;

import io.rotadesk.engine.ProcessContract;
import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.engine.ProcessVariables;

/** The variables of {@code petition-reception.bpmn}: ids and decisions, never a petitioner's name, number or words. */
public final class PetitionVariables {

    public static final ProcessVariable<String> TICKET_ID = ProcessVariable.text("ticketId");
    /** The matter; the earlier one once it is reopened. */
    public static final ProcessVariable<String> MATTER_ID = ProcessVariable.text("matterId");
    /** Where the petitioner came to; in the scope of a task the unit whose people do it. */
    public static final ProcessVariable<String> UNIT_ID = ProcessVariable.text("unitId");
    /** The login of who calls and receives; null while nobody does. */
    public static final ProcessVariable<String> STAFF = ProcessVariable.person("staff");

    public static final ProcessVariable<Boolean> APPOINTMENT = ProcessVariable.flag("appointment");
    public static final ProcessVariable<Long> GROUP_SIZE = ProcessVariable.number("groupSize");
    public static final ProcessVariable<String> DESTINATION = ProcessVariable.text("destination");
    public static final ProcessVariable<Boolean> LARGE_SCALE = ProcessVariable.flag("largeScale");
    public static final ProcessVariable<String> CAME = ProcessVariable.text("came");
    public static final ProcessVariable<Long> CALLS = ProcessVariable.number("calls");
    public static final ProcessVariable<String> SAME_MATTER = ProcessVariable.text("sameMatter");
    /** NONE, OPEN or CLOSED: what the earlier matter is, if it is the same. */
    public static final ProcessVariable<String> EARLIER = ProcessVariable.text("earlier");

    public static final ProcessVariable<String> SETTLE_NOW = ProcessVariable.text("settleNow");
    public static final ProcessVariable<String> OWN_UNIT = ProcessVariable.text("ownUnit");
    public static final ProcessVariable<String> GRADE = ProcessVariable.text("grade");
    public static final ProcessVariable<String> ROUTE = ProcessVariable.text("route");
    public static final ProcessVariable<String> PROGRESS = ProcessVariable.text("progress");
    /** ISO instant at which the deadline passes; setting it starts the watch anew. */
    public static final ProcessVariable<String> DUE_AT = ProcessVariable.text("dueAt");

    public static final ProcessVariable<String> TARGET_UNIT = ProcessVariable.text("targetUnit");
    public static final ProcessVariable<String> DECISION = ProcessVariable.text("decision");
    public static final ProcessVariable<Long> REFUSALS = ProcessVariable.number("refusals");
    public static final ProcessVariable<String> COORDINATION_UNIT = ProcessVariable.text("coordinationUnit");
    public static final ProcessVariable<String> FOLLOW_UP = ProcessVariable.text("followUp");
    /** The unit that is alerted after those below it did not answer. */
    public static final ProcessVariable<String> ALERT_UNIT = ProcessVariable.text("alertUnit");

    /** Whether a leader from above goes to the scene in the place of one who did not answer. */
    public static final ProcessVariable<String> TAKE_OVER = ProcessVariable.text("takeOver");

    public static final ProcessVariables DECLARED = ProcessVariables.of(
                    "petition-reception",
                    TICKET_ID,
                    MATTER_ID,
                    UNIT_ID,
                    STAFF,
                    APPOINTMENT,
                    GROUP_SIZE,
                    DESTINATION,
                    LARGE_SCALE,
                    CAME,
                    CALLS,
                    SAME_MATTER,
                    EARLIER,
                    SETTLE_NOW,
                    OWN_UNIT,
                    GRADE,
                    ROUTE,
                    PROGRESS,
                    DUE_AT,
                    TARGET_UNIT,
                    DECISION,
                    REFUSALS,
                    COORDINATION_UNIT,
                    FOLLOW_UP,
                    ALERT_UNIT,
                    TAKE_OVER)
            .needing(ProcessContract.startedBy("PetitionAnnounced")
                    .orByHand()
                    .told(
                            "PetitionMoved",
                            "PetitionCancelled",
                            "PetitionTurnCame",
                            "PetitionerLeft",
                            "CoordinationEnded",
                            "AlertTakenOver")
                    .withTasks(
                            "Task_CallPetitioner",
                            "Task_SetHandlingPlan",
                            "Task_HandleMatter",
                            "Task_AcknowledgeAlert",
                            "Task_ReviewEvent"));

    private PetitionVariables() {}
}
