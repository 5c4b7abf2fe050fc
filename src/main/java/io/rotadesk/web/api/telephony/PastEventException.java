package io.rotadesk.web.api.telephony;

/** The call is past the reported event; nothing was changed. */
class PastEventException extends RuntimeException {

    private final String callId;
    private final String event;

    PastEventException(String callId, String event) {
        super("Call " + callId + " is past '" + event + "'");
        this.callId = callId;
        this.event = event;
    }

    Object[] arguments() {
        return new Object[] {callId, event};
    }
}
