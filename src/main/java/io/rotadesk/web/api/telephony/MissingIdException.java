package io.rotadesk.web.api.telephony;

/** An event does not say of which call it is. */
class MissingIdException extends RuntimeException {}
