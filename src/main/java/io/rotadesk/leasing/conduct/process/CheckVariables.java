package io.rotadesk.leasing.conduct.process;

import io.rotadesk.engine.ProcessContract;
import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.models.ServiceCheck;

/** The variables of {@code service-check.bpmn}; marks and texts are in our tables only. */
final class CheckVariables {

    static final ProcessVariable<String> CHECK_ID = ProcessVariable.text("checkId");
    static final ProcessVariable<String> UNIT_ID = ProcessVariable.text("unitId");
    /** The login of the agent who received the visitor. */
    static final ProcessVariable<String> AGENT = ProcessVariable.person("agent");

    static final ProcessVariables DECLARED = ProcessVariables.of(ServiceCheck.PROCESS, CHECK_ID, UNIT_ID, AGENT)
            .needing(ProcessContract.startedBy(ServiceCheck.Message.SERVICE_CHECK_SAMPLED));

    private CheckVariables() {}
}
