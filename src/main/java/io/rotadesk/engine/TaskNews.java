package io.rotadesk.engine;

/**
 * What is told to all nodes when a person's list of tasks has changed.
 *
 * @param login whose list it is
 * @param next id of the task that follows from what the person has just done; null when it is something else
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
