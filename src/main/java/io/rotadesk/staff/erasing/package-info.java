/**
 * Erases people, customers or not: one action takes a person out of all registers of a unit and out of its open tasks.
 * The registers then only tell that somebody called or came.
 */
package io.rotadesk.staff.erasing;
