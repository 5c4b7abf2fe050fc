/** The duty day: it begins in the morning, is announced to its people, and what is wrong with it goes to the manager. */
package io.rotadesk.staff.duty.morning;
