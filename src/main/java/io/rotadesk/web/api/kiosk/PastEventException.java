package io.rotadesk.web.api.kiosk;

/** The visit is past the reported event; nothing was changed. */
class PastEventException extends RuntimeException {

    private final String visitId;
    private final String event;

    PastEventException(String visitId, String event) {
        super("Visit " + visitId + " is past '" + event + "'");
        this.visitId = visitId;
        this.event = event;
    }

    Object[] arguments() {
        return new Object[] {visitId, event};
    }
}
