package io.rotadesk.engine;

/**
 * An open task that a person has in hand.
 *
 * @param process the id of its process in the model, whatever the version
 * @param unitId null if its process runs in no unit
 */
public record HeldTask(String id, String process, String unitId) {}
