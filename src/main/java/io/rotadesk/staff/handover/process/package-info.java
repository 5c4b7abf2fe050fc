/** Hands over open tasks, and the process variables that name a person. */
package io.rotadesk.staff.handover.process;
