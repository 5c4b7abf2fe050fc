/** What the pages of the call register and of the visit register have in common: the list, and one entry. */
package io.rotadesk.web.desk.register;
