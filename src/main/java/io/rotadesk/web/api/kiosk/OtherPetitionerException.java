package io.rotadesk.web.api.kiosk;

/** A petitioner was announced with the id of somebody else; nothing was changed. */
class OtherPetitionerException extends RuntimeException {

    private final String petitionerId;

    OtherPetitionerException(String petitionerId) {
        super("Petitioner " + petitionerId + " is somebody else");
        this.petitionerId = petitionerId;
    }

    String petitionerId() {
        return petitionerId;
    }
}
