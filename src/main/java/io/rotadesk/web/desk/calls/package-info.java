/** The call register as pages: the list, searched and paged, and one entry with everything known about it (L2.3). */
package io.rotadesk.web.desk.calls;
