/** Open tasks, and what running processes know of a person. */
package io.rotadesk.handover.process;
