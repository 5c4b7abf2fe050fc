package io.rotadesk.leasing.call.process;

import io.rotadesk.engine.RemovedInstances;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallsWithoutProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Reacts when somebody removes the process of a call. */
@Component
class RemovedCalls implements RemovedInstances {

    private final CallsWithoutProcess calls;

    RemovedCalls(CallsWithoutProcess calls) {
        this.calls = calls;
    }

    @Override
    public String process() {
        return CallsWithoutProcess.PROCESS;
    }

    @Override
    public void removed(DelegateExecution instance) {
        CallVariables.CALL_ID.find(instance).map(CallKey::parse).ifPresent(calls::removed);
    }
}
