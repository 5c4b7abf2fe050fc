/**
 * Visitors on pages: the reception with who waits, who is expected and who is with whom (L3.1, L3.2), and the visit register
 * with one entry and everything known about it (L3.8).
 */
package io.rotadesk.web.desk.visits;
