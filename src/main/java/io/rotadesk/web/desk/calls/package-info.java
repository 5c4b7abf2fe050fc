/** The call register as pages: the list, searched and paged, and one entry with all its data (L2.3). */
package io.rotadesk.web.desk.calls;
