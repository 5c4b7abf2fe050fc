package io.rotadesk.leasing.call.process;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallRegister;
import io.rotadesk.leasing.customer.PriorContact;
import io.rotadesk.leasing.customer.process.StatusQuestion;
import io.rotadesk.staff.unit.Units;
import org.camunda.bpm.engine.DecisionService;

/** The inputs of {@code customer-status.dmn} for a call, as {@code ${callStatus...}} in the model (L3.2e). */
@ModelBean("callStatus")
public class CallStatus extends StatusQuestion {

    private final CallRegister register;

    CallStatus(CallRegister register, Units units, DecisionService decisions) {
        super(units, decisions);
        this.register = register;
    }

    @Override
    protected Asked asked(String callId) {
        return asked(register.get(CallKey.parse(callId)));
    }

    /** Whether the customer with the number is within validity. */
    boolean isActive(Call call) {
        return isActive(asked(call));
    }

    private static Asked asked(Call call) {
        return new Asked(
                call.unitId(),
                call.receivedAt(),
                new PriorContact(
                        call.caller().priorAgent(),
                        call.said().ownerKnownBy(),
                        call.caller().priorContactKind(),
                        call.caller().priorContactAt()));
    }
}
