package io.rotadesk.engine;

/**
 * The news to all nodes that a person's list of tasks has changed.
 *
 * @param login the owner of the list
 * @param next the id of the task that follows from the person's own work just now; null for other changes
 */
public record TaskNews(String login, String next) {

    public static final String TOPIC = "tasks";

    public static TaskNews of(String text) {
        String[] parts = text.split(" ", 2);
        return new TaskNews(parts[0], parts.length == 1 ? null : parts[1]);
    }

    String text() {
        return next == null ? login : login + " " + next;
    }
}
