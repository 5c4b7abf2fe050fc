package io.rotadesk.web.desk.tasks;

/**
 * What Tasklist shows of a task.
 *
 * @param name in the reader's language
 * @param about the person with the last digits of the number, and what else tells it from other tasks; empty for none
 * @param over whether a caller it is about has hung up
 * @param button the text of the button that completes it
 */
record ListedTaskView(String id, String name, String about, boolean over, String button) {}
