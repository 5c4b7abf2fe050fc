/** The common part of the pages of the call register and of the visit register: the list, and one entry. */
package io.rotadesk.web.desk.register;
