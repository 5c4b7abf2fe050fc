/** The duty day: it begins in the morning, is announced to its people, and findings about it go to the manager. */
package io.rotadesk.staff.duty.morning;
