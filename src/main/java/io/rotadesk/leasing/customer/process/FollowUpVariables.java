package io.rotadesk.leasing.customer.process;

import io.rotadesk.engine.ProcessContract;
import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.models.CustomerFollowUp;

/**
 * The variables of {@code customer-follow-up.bpmn}: ids and decisions, never a customer's name, number or statements.
 */
final class FollowUpVariables {

    static final ProcessVariable<Long> FOLLOW_UP_ID = ProcessVariable.number("followUpId");
    static final ProcessVariable<String> UNIT_ID = ProcessVariable.text("unitId");
    static final ProcessVariable<Boolean> REACHED = ProcessVariable.flag("reached");

    /** Fields of {@code follow-up}, in the scope of its task. */
    static final ProcessVariable<String> OUTCOME = ProcessVariable.text("outcome");

    static final ProcessVariable<String> REMARKS =
            ProcessVariable.text("remarks").personal();

    static final ProcessVariables DECLARED = ProcessVariables.of(
                    CustomerFollowUp.PROCESS, FOLLOW_UP_ID, UNIT_ID, REACHED, OUTCOME, REMARKS)
            .needing(ProcessContract.startedBy(CustomerFollowUp.Message.FOLLOW_UP_DUE)
                    .told(CustomerFollowUp.Message.CUSTOMER_CONTACTED));

    private FollowUpVariables() {}
}
