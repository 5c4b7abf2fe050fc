package io.rotadesk.leasing.call.process;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.customer.process.StatusQuestion;
import io.rotadesk.staff.unit.Units;

/** The inputs of {@code customer-status.dmn} for a call, as {@code ${callStatus...}} in the model (L3.2e). */
@ModelBean("callStatus")
public class CallStatus extends StatusQuestion {

    private final Calls calls;

    CallStatus(Calls calls, Units units) {
        super(units);
        this.calls = calls;
    }

    @Override
    protected Asked asked(String callId) {
        Call call = calls.get(CallKey.parse(callId));
        return new Asked(call.unitId(), call.receivedAt(), call.prior());
    }
}
