package io.rotadesk.leasing.visit.process;

import io.rotadesk.engine.ProcessContract;
import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.visit.VisitKey;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables of {@code visit-reception.bpmn}: ids and decisions, never a visitor's name or number. */
final class VisitVariables {

    static final ProcessVariable<String> VISIT_ID = ProcessVariable.text("visitId");
    static final ProcessVariable<String> UNIT_ID = ProcessVariable.text("unitId");
    /** The login of the agent who meets, greets or receives. */
    static final ProcessVariable<String> AGENT = ProcessVariable.person("agent");
    /** The login of the earlier agent. */
    static final ProcessVariable<String> OWNER = ProcessVariable.person("owner");

    static final ProcessVariable<String> STATUS = ProcessVariable.text("status");
    static final ProcessVariable<String> PURPOSE = ProcessVariable.text("purpose");
    static final ProcessVariable<Boolean> APPOINTMENT = ProcessVariable.flag("appointment");
    static final ProcessVariable<String> ARRIVAL = ProcessVariable.text("arrival");
    static final ProcessVariable<String> CONTACTED_BEFORE = ProcessVariable.text("contactedBefore");
    static final ProcessVariable<String> NAMED_AGENT = ProcessVariable.person("namedAgent");
    static final ProcessVariable<String> CONFIRMED = ProcessVariable.text("confirmed");
    /** The queue for which the visitor waits: VISIT or HELPER. */
    static final ProcessVariable<String> QUEUE = ProcessVariable.text("queue");

    static final ProcessVariable<String> TAKING = ProcessVariable.text("taking");
    /** Whether the visitor stays after a step of the first visit; known to the task of that step only. */
    static final ProcessVariable<String> STILL_HERE = ProcessVariable.text("stillHere");

    /** The answer to {@link #STILL_HERE} if the visitor has left. */
    static final String NO = "no";

    /** The code of the error by which the three steps of a first visit end early. */
    static final String VISITOR_LEFT = "visitorLeft";
    /** Whether the agent who receives stands in for the earlier one. */
    static final ProcessVariable<Boolean> BY_HELPER = ProcessVariable.flag("byHelper");

    static final ProcessVariable<String> DECISION = ProcessVariable.text("decision");
    static final ProcessVariable<String> ASSIGNED_AGENT = ProcessVariable.person("assignedAgent");
    static final ProcessVariable<String> INTENT = ProcessVariable.text("intent");
    static final ProcessVariable<Boolean> CHECKED = ProcessVariable.flag("checked");

    static final ProcessVariables DECLARED = ProcessVariables.of(
                    VisitReception.PROCESS,
                    VISIT_ID,
                    UNIT_ID,
                    AGENT,
                    OWNER,
                    STATUS,
                    PURPOSE,
                    APPOINTMENT,
                    ARRIVAL,
                    CONTACTED_BEFORE,
                    NAMED_AGENT,
                    CONFIRMED,
                    QUEUE,
                    TAKING,
                    STILL_HERE,
                    BY_HELPER,
                    DECISION,
                    ASSIGNED_AGENT,
                    INTENT,
                    CHECKED)
            .needing(ProcessContract.startedBy(VisitReception.Message.VISIT_ANNOUNCED)
                    .orByHand()
                    .told(
                            VisitReception.Message.APPOINTMENT_MOVED,
                            VisitReception.Message.APPOINTMENT_CANCELLED,
                            VisitReception.Message.VISITOR_ARRIVED,
                            VisitReception.Message.VISIT_TURN_CAME,
                            VisitReception.Message.VISITOR_LEFT)
                    .withTasks(
                            VisitReception.Task.ASSIGN_VISITOR,
                            VisitReception.Task.GREET_VISITOR,
                            VisitReception.Task.MEET_VISITOR));

    private VisitVariables() {}

    static VisitKey visit(VariableScope scope) {
        return VisitKey.parse(VISIT_ID.get(scope));
    }
}
