package io.rotadesk.petition.process;

import io.rotadesk.engine.ProcessContract;
import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.engine.ProcessVariables;

/** The variables of {@code petition-reception.bpmn}: ids and decisions, never a petitioner's name, number or words. */
final class PetitionVariables {

    static final ProcessVariable<String> TICKET_ID = ProcessVariable.text("ticketId");
    /** The matter; the earlier one once it is reopened. */
    static final ProcessVariable<String> MATTER_ID = ProcessVariable.text("matterId");
    /** Where the petitioner came to; in the scope of a task the unit whose people do it. */
    static final ProcessVariable<String> UNIT_ID = ProcessVariable.text("unitId");
    /** The login of who calls and receives; null while nobody does. */
    static final ProcessVariable<String> STAFF = ProcessVariable.person("staff");

    static final ProcessVariable<Boolean> APPOINTMENT = ProcessVariable.flag("appointment");
    static final ProcessVariable<Long> GROUP_SIZE = ProcessVariable.number("groupSize");
    static final ProcessVariable<String> DESTINATION = ProcessVariable.text("destination");
    static final ProcessVariable<Boolean> LARGE_SCALE = ProcessVariable.flag("largeScale");
    static final ProcessVariable<String> CAME = ProcessVariable.text("came");
    static final ProcessVariable<Long> CALLS = ProcessVariable.number("calls");
    static final ProcessVariable<String> SAME_MATTER = ProcessVariable.text("sameMatter");
    /** NONE, OPEN or CLOSED: what the earlier matter is, if it is the same. */
    static final ProcessVariable<String> EARLIER = ProcessVariable.text("earlier");

    static final ProcessVariable<String> SETTLE_NOW = ProcessVariable.text("settleNow");
    static final ProcessVariable<String> OWN_UNIT = ProcessVariable.text("ownUnit");
    static final ProcessVariable<String> GRADE = ProcessVariable.text("grade");
    static final ProcessVariable<String> ROUTE = ProcessVariable.text("route");
    static final ProcessVariable<String> PROGRESS = ProcessVariable.text("progress");
    /** ISO instant at which the deadline passes; setting it starts the watch anew. */
    static final ProcessVariable<String> DUE_AT = ProcessVariable.text("dueAt");

    static final ProcessVariable<String> TARGET_UNIT = ProcessVariable.text("targetUnit");
    static final ProcessVariable<String> DECISION = ProcessVariable.text("decision");
    static final ProcessVariable<Long> REFUSALS = ProcessVariable.number("refusals");
    static final ProcessVariable<String> COORDINATION_UNIT = ProcessVariable.text("coordinationUnit");
    static final ProcessVariable<String> FOLLOW_UP = ProcessVariable.text("followUp");
    /** The unit that is alerted after those below it did not answer. */
    static final ProcessVariable<String> ALERT_UNIT = ProcessVariable.text("alertUnit");

    /** Whether a leader from above goes to the scene in the place of one who did not answer. */
    static final ProcessVariable<String> TAKE_OVER = ProcessVariable.text("takeOver");

    static final ProcessVariables DECLARED = ProcessVariables.of(
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
