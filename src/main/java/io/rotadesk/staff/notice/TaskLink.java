package io.rotadesk.staff.notice;

/** The way from a notice to a task: it opens in Tasklist. From the root of the application. */
public final class TaskLink {

    private TaskLink() {}

    public static String to(String taskId) {
        return "/camunda/app/tasklist/default/#/?task=" + taskId;
    }
}
