package io.rotadesk.platform.input;

/**
 * A field that cannot be accepted.
 *
 * @param field as whoever sent it names it
 * @param message for a person, in their language: what it must be
 */
public record BadField(String field, String message) {}
