/**
 * Reminders of late tasks, in any process: the task moves up in Tasklist, and deputies or managers get it too. Each is
 * recorded, and published as a {@link io.rotadesk.staff.reminder.TaskReminded}.
 */
package io.rotadesk.staff.reminder;
