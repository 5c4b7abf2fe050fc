/**
 * The reception hall of a petition point on pages (P1 to P3): who waits in which order, who is called and received, who comes
 * by appointment, and the board on the wall.
 */
package io.rotadesk.web.desk.hall;
