package io.rotadesk.petition.matter;

/**
 * Published in the transaction in which another person of a matter's unit became responsible for it (P6).
 *
 * @param from the login of the person before
 * @param to the login of the person now
 */
public record ResponsibleChanged(Matter matter, String from, String to) {}
