package io.rotadesk.engine;

/**
 * A task as a list needs it to look up whom it is about.
 *
 * @param process the id of its process in the model, whatever the version
 * @param step the id of the task in the model
 * @param name the name that the model gives it
 * @param unitId the unit in which the process runs; null if it runs in none
 * @param key the business key of the process instance; null if it has none
 * @param button the text that the model gives the button which completes it; null for none
 */
public record ListedTask(
        String id, String process, String step, String name, String unitId, String key, String button) {}
