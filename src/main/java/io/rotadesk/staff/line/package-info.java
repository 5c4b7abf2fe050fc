/** The parts that the waiting lines of all kinds of units share. */
package io.rotadesk.staff.line;
