package io.rotadesk.platform.input;

/**
 * A field that cannot be accepted.
 *
 * @param field the field's name, as the sender calls it
 * @param message tells a person, in their language, what the value must be
 */
public record BadField(String field, String message) {}
