package io.rotadesk.leasing.call.process;

import io.rotadesk.engine.ProcessContract;
import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables of {@code call-handling.bpmn}: ids and decisions, never a customer's name or number. */
final class CallVariables {

    static final ProcessVariable<String> CALL_ID = ProcessVariable.text("callId");
    static final ProcessVariable<String> UNIT_ID = ProcessVariable.text("unitId");
    /** The login of the agent whose phone rings, who talks, or who calls back. */
    static final ProcessVariable<String> AGENT = ProcessVariable.person("agent");
    /** The login of the earlier agent. */
    static final ProcessVariable<String> OWNER = ProcessVariable.person("owner");

    static final ProcessVariable<String> STATUS = ProcessVariable.text("status");
    static final ProcessVariable<String> ENQUIRY = ProcessVariable.text("enquiry");
    static final ProcessVariable<String> CONTACTED_BEFORE = ProcessVariable.text("contactedBefore");
    static final ProcessVariable<String> NAMED_AGENT = ProcessVariable.person("namedAgent");
    static final ProcessVariable<String> TAKING = ProcessVariable.text("taking");
    /** The topic that the customer asked a covering agent about: one of the unit's topics. */
    static final ProcessVariable<String> TOPIC = ProcessVariable.text("topic");

    static final ProcessVariable<String> SENSITIVE = ProcessVariable.text("sensitive");
    static final ProcessVariable<Boolean> MOBILE_GIVEN_OUT = ProcessVariable.flag("mobileGivenOut");
    static final ProcessVariable<String> OUTCOME = ProcessVariable.text("outcome");
    static final ProcessVariable<String> DECISION = ProcessVariable.text("decision");
    static final ProcessVariable<String> ASSIGNED_AGENT = ProcessVariable.person("assignedAgent");
    static final ProcessVariable<Long> TRIES = ProcessVariable.number("tries");

    static final ProcessVariables DECLARED = ProcessVariables.of(
                    CallHandling.PROCESS,
                    CALL_ID,
                    UNIT_ID,
                    AGENT,
                    OWNER,
                    STATUS,
                    ENQUIRY,
                    CONTACTED_BEFORE,
                    NAMED_AGENT,
                    TAKING,
                    TOPIC,
                    SENSITIVE,
                    MOBILE_GIVEN_OUT,
                    OUTCOME,
                    DECISION,
                    ASSIGNED_AGENT,
                    TRIES)
            .needing(ProcessContract.startedBy(CallHandling.Message.CALL_RECEIVED)
                    .orByHand()
                    .told(
                            CallHandling.Message.CALL_ANSWERED,
                            CallHandling.Message.CALL_NOT_ANSWERED,
                            CallHandling.Message.CALLER_HUNG_UP)
                    .withTasks(
                            CallHandling.Task.ASSIGN_CALL,
                            CallHandling.Task.REGISTER_CALL,
                            CallHandling.Task.RETURN_MISSED_CALL)
                    .withElements(CallHandling.Task.OFFER_CALL));

    private CallVariables() {}

    static CallKey call(VariableScope scope) {
        return CallKey.parse(CALL_ID.get(scope));
    }
}
