/**
 * The beans {@code remind}, {@code tellDeputy} and {@code tellManager}, which any model may name as a task listener of the
 * event {@code timeout}.
 */
package io.rotadesk.staff.reminder.process;
