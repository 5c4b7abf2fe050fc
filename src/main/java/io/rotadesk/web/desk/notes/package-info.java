/** The notes about callers and visitors who wanted something else: the list, one note, and its part of an entry's page. */
package io.rotadesk.web.desk.notes;
