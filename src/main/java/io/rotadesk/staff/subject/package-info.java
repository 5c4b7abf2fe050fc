/** The persons that open work is about: for lists of tasks, which know no names. */
package io.rotadesk.staff.subject;
