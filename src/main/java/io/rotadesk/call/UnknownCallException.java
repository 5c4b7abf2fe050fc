package io.rotadesk.call;

/** There is no such call in the register. */
public class UnknownCallException extends RuntimeException {

    UnknownCallException(CallKey key) {
        super("No call " + key.callId() + " is in the register of unit " + key.unitId());
    }
}
