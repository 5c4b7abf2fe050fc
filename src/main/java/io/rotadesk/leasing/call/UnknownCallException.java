package io.rotadesk.leasing.call;

/** There is no such call in the register. */
public class UnknownCallException extends RuntimeException {

    private final String callId;

    UnknownCallException(CallKey key) {
        super("No call " + key.callId() + " is in the register of unit " + key.unitId());
        this.callId = key.callId();
    }

    /** The phone system's id of the call. */
    public String callId() {
        return callId;
    }
}
