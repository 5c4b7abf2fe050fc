/** What people have typed into forms of Tasklist and not sent yet. */
package io.rotadesk.staff.draft;
