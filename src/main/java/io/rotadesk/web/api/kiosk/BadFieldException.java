package io.rotadesk.web.api.kiosk;

/** A field has an invalid value. */
class BadFieldException extends RuntimeException {

    private final String field;

    /** @param messageKey the key of the text that says what the value must be */
    BadFieldException(String field, String messageKey) {
        super(messageKey);
        this.field = field;
    }

    String field() {
        return field;
    }
}
