package io.rotadesk.web.api.telephony;

/** A call was reported with the id of another one; nothing was changed. */
class OtherCallException extends RuntimeException {

    private final String callId;

    OtherCallException(String callId) {
        super("Call " + callId + " came from another number");
        this.callId = callId;
    }

    String callId() {
        return callId;
    }
}
