/** Open tasks, and what running processes know of a person. */
package io.rotadesk.staff.handover.process;
