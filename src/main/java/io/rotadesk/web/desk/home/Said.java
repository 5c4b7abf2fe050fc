package io.rotadesk.web.desk.home;

/**
 * The answer to an action.
 *
 * @param done whether nothing more is to be done about it, by the person or because somebody else was faster
 * @param good whether the person's own action had an effect
 */
public record Said(boolean done, boolean good, String text) {}
