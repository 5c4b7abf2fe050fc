/**
 * Reminders of tasks that are late, in any process: the task rises in Tasklist, and deputies or managers get it too. Each is
 * written down, and published as a {@link io.rotadesk.staff.reminder.TaskReminded}.
 */
package io.rotadesk.staff.reminder;
