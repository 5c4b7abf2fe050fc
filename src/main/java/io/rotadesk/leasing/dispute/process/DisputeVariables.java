package io.rotadesk.leasing.dispute.process;

import io.rotadesk.engine.ProcessContract;
import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.models.OwnershipDispute;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables of {@code ownership-dispute.bpmn}: ids and decisions; people's texts are in our table only. */
final class DisputeVariables {

    static final ProcessVariable<String> DISPUTE_ID = ProcessVariable.text("disputeId");
    static final ProcessVariable<String> UNIT_ID = ProcessVariable.text("unitId");
    /** The login of the agent who claims the customer. */
    static final ProcessVariable<String> CLAIMANT = ProcessVariable.person("claimant");
    /** The login of the customer's agent. */
    static final ProcessVariable<String> OWNER = ProcessVariable.person("owner");
    /** The login of the party who is told the outcome; each of the two has a task of their own. */
    static final ProcessVariable<String> READER = ProcessVariable.person("reader");
    /** {@code owner}, {@code claimant} or {@code nobody}. */
    static final ProcessVariable<String> DECISION = ProcessVariable.text("decision");

    /** Fields of {@code claim-customer}: they leave the process as soon as the claim is entered. */
    static final ProcessVariable<String> CUSTOMER_NUMBER =
            ProcessVariable.text("customerNumber").personal();

    static final ProcessVariable<String> REASON = ProcessVariable.text("reason").personal();

    /** Field of {@code give-statement}, in the scope of its task. */
    static final ProcessVariable<String> STATEMENT =
            ProcessVariable.text("statement").personal();

    /** Field of {@code decide-ownership}, in the scope of its task. */
    static final ProcessVariable<String> DECISION_REASON =
            ProcessVariable.text("decisionReason").personal();

    /** The owner's statement as {@code decide-ownership} shows it, in the scope of its task. */
    static final ProcessVariable<String> OWNER_STATEMENT =
            ProcessVariable.text("ownerStatement").personal();

    static final ProcessVariables DECLARED = ProcessVariables.of(
                    OwnershipDispute.PROCESS,
                    DISPUTE_ID,
                    UNIT_ID,
                    CLAIMANT,
                    OWNER,
                    READER,
                    DECISION,
                    CUSTOMER_NUMBER,
                    REASON,
                    STATEMENT,
                    DECISION_REASON,
                    OWNER_STATEMENT)
            .needing(ProcessContract.startedBy(OwnershipDispute.Message.CUSTOMER_CLAIMED)
                    .orByHand()
                    .told(OwnershipDispute.Message.DISPUTE_OVERTAKEN)
                    .withTasks(OwnershipDispute.Task.DECIDE_OWNERSHIP, OwnershipDispute.Task.GIVE_STATEMENT));

    private DisputeVariables() {}

    static long dispute(VariableScope scope) {
        return Long.parseLong(DISPUTE_ID.get(scope));
    }
}
