package io.rotadesk.web.api.kiosk;

/** A field has a value that cannot be. */
class BadFieldException extends RuntimeException {

    private final String field;

    /** @param messageKey says what it must be */
    BadFieldException(String field, String messageKey) {
        super(messageKey);
        this.field = field;
    }

    String field() {
        return field;
    }
}
