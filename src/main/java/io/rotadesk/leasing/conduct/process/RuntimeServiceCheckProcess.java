package io.rotadesk.leasing.conduct.process;

import io.rotadesk.engine.PersonalTraces;
import io.rotadesk.engine.StartBeside;
import io.rotadesk.leasing.conduct.ServiceCheck;
import io.rotadesk.leasing.conduct.ServiceCheckProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the process of a spot check. The business key is the check's id. */
@Component
class RuntimeServiceCheckProcess implements ServiceCheckProcess {

    private final RuntimeService runtime;
    private final PersonalTraces traces;
    private final StartBeside beside;

    RuntimeServiceCheckProcess(RuntimeService runtime, PersonalTraces traces, StartBeside beside) {
        this.runtime = runtime;
        this.traces = traces;
        this.beside = beside;
    }

    @Override
    public void started(ServiceCheck check) {
        beside.start(
                check.unitId(),
                CheckVariables.DECLARED.processDefinitionKey(),
                check.id(),
                () -> runtime.createMessageCorrelation(
                                io.rotadesk.engine.models.ServiceCheck.Message.SERVICE_CHECK_SAMPLED)
                        .processInstanceBusinessKey(check.id())
                        .setVariable(CheckVariables.CHECK_ID.name(), check.id())
                        .setVariable(CheckVariables.UNIT_ID.name(), check.unitId())
                        .setVariable(CheckVariables.AGENT.name(), check.agent())
                        .withoutTenantId()
                        .correlateStartMessage());
    }

    @Override
    public void forget(String checkId) {
        traces.forget(CheckVariables.DECLARED.processDefinitionKey(), CheckVariables.CHECK_ID, checkId);
    }
}
