package io.rotadesk.web.api.kiosk;

/** A visitor was announced with the id of somebody else's visit; nothing was changed. */
class OtherVisitException extends RuntimeException {

    private final String visitId;

    OtherVisitException(String visitId) {
        super("Visit " + visitId + " is somebody else's");
        this.visitId = visitId;
    }

    String visitId() {
        return visitId;
    }
}
