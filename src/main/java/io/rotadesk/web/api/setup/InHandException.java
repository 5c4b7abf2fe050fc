package io.rotadesk.web.api.setup;

/** Somebody is talking to the person who was to be erased; nothing was changed. */
class InHandException extends RuntimeException {}
