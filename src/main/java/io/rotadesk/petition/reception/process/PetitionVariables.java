package io.rotadesk.petition.reception.process;

import io.rotadesk.engine.ProcessContract;
import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.models.PetitionReception;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.process.MatterVariables;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * The variables of {@code petition-reception.bpmn}: ids and decisions, never a petitioner's name, number or statements.
 * Until matters had a model of their own it also handled them, and instances from then are still under way: so what
 * only these have stays declared.
 */
final class PetitionVariables {

    static final ProcessVariable<String> TICKET_ID = ProcessVariable.text("ticketId");
    /** The matter; the earlier one once it is reopened. */
    static final ProcessVariable<String> MATTER_ID = MatterVariables.MATTER_ID;
    /** The unit to which the petitioner came; in the scope of a task, the unit whose people do it. */
    static final ProcessVariable<String> UNIT_ID = MatterVariables.UNIT_ID;
    /** The login of the staff member who calls and receives; null while nobody does. */
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
    /** Whether a leader from above goes to the scene in the place of one who did not answer. */
    static final ProcessVariable<String> TAKE_OVER = ProcessVariable.text("takeOver");

    static final ProcessVariables DECLARED = ProcessVariables.of(
                    PetitionReception.PROCESS,
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
                    MatterVariables.ROUTE,
                    MatterVariables.ALERT_UNIT,
                    TAKE_OVER,
                    // Of the versions before matter-handling.bpmn only.
                    MatterVariables.PROGRESS,
                    MatterVariables.DUE_AT,
                    MatterVariables.TARGET_UNIT,
                    MatterVariables.DECISION,
                    MatterVariables.REFUSALS,
                    MatterVariables.COORDINATION_UNIT,
                    MatterVariables.FOLLOW_UP)
            .needing(ProcessContract.startedBy(PetitionReception.Message.PETITION_ANNOUNCED)
                    .orByHand()
                    .told(
                            PetitionReception.Message.PETITION_MOVED,
                            PetitionReception.Message.PETITION_CANCELLED,
                            PetitionReception.Message.PETITION_TURN_CAME,
                            PetitionReception.Message.PETITIONER_BACK,
                            PetitionReception.Message.PETITIONER_LEFT)
                    .withTasks(PetitionReception.Task.CALL_PETITIONER)
                    .withElements(PetitionReception.CallActivity.HANDLE_MATTER, PetitionReception.Event.RECALL_TIME));

    private PetitionVariables() {}

    /** The ticket of a process, or of one of its tasks. */
    static TicketId ticket(VariableScope scope) {
        return new TicketId(TICKET_ID.get(scope));
    }
}
